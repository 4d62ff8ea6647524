/**
 * What comes back from a command, as the gateway reads it, and what it says itself in a command's
 * place. No network may enter.
 */
@NullMarked
package dev.baton.gateway.core.call;

import org.jspecify.annotations.NullMarked;
