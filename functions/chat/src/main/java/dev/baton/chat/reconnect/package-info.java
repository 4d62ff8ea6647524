/**
 * The command {@code chat-reconnect}: a fresh token of a session that goes on. What was missed is
 * sent by the socket's welcome.
 */
@NullMarked
package dev.baton.chat.reconnect;

import org.jspecify.annotations.NullMarked;
