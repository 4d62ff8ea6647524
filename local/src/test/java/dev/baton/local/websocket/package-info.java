/**
 * Tests of the WebSocket API with real clients over real sockets.
 *
 * <p>Time is moved by hand.
 */
@NullMarked
package dev.baton.local.websocket;

import org.jspecify.annotations.NullMarked;
