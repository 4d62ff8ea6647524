/** The surface that answers a command as a stream of events. No command's own code may enter. */
@NullMarked
package dev.baton.gateway.stream;

import org.jspecify.annotations.NullMarked;
