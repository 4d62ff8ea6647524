/**
 * Sockets of protocol handoffs, whatever the domain: who comes in, what they get unasked, and when
 * it ends. What actions mean may not enter.
 */
@NullMarked
package dev.baton.websocket;

import org.jspecify.annotations.NullMarked;
