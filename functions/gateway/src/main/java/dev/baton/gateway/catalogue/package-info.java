/** The surface that lists the commands of a caller. What a command does may not enter. */
@NullMarked
package dev.baton.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
