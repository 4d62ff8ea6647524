/**
 * Sockets of tests that have none. What pretends to deliver may not enter: the emulated WebSocket
 * API does that.
 */
@NullMarked
package dev.baton.testkit.socket;

import org.jspecify.annotations.NullMarked;
