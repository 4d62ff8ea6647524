/**
 * API Gateway's WebSocket connections: events that come from them, frames that go to them, and what
 * is kept of each. Nothing here knows what a session or a frame means.
 */
@NullMarked
package dev.baton.shell.socket;

import org.jspecify.annotations.NullMarked;
