/** Tests of the function. */
@NullMarked
package dev.baton.websocket.timeout;

import org.jspecify.annotations.NullMarked;
