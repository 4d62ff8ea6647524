/**
 * The route {@code $default}: authentication, heartbeats, and frames of clients that know types but
 * no actions, which go on to the function that owns the action.
 */
@NullMarked
package dev.baton.websocket.default_;

import org.jspecify.annotations.NullMarked;
