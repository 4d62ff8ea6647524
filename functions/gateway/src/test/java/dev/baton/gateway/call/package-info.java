/** Calls of commands, met by a server on this machine. */
@NullMarked
package dev.baton.gateway.call;

import org.jspecify.annotations.NullMarked;
