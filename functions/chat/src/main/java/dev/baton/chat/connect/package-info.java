/**
 * The command {@code chat-connect}: a session for a room and the handoff to it. The socket itself
 * is opened elsewhere.
 */
@NullMarked
package dev.baton.chat.connect;

import org.jspecify.annotations.NullMarked;
