/** Tests of the function. */
@NullMarked
package dev.baton.websocket.connect;

import org.jspecify.annotations.NullMarked;
