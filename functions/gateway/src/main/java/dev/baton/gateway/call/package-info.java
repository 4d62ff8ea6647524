/**
 * How the gateway calls commands: as their callers would, over HTTPS. There is no second way in, so
 * no store and no command's own code may enter.
 */
@NullMarked
package dev.baton.gateway.call;

import org.jspecify.annotations.NullMarked;
