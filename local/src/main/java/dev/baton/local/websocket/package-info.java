/**
 * The WebSocket API beside the HTTP API, and the {@code @connections} of its management API, as
 * Amazon API Gateway behaves.
 *
 * <p>Only what API Gateway does may live here; what a frame means is the function's business.
 */
@NullMarked
package dev.baton.local.websocket;

import org.jspecify.annotations.NullMarked;
