/** The route {@code $disconnect}: a connection is gone, as far as API Gateway noticed. */
@NullMarked
package dev.baton.websocket.disconnect;

import org.jspecify.annotations.NullMarked;
