/** The route {@code $connect}: lets a connection in, with its token or to present it at once. */
@NullMarked
package dev.baton.websocket.connect;

import org.jspecify.annotations.NullMarked;
