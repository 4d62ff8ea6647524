/**
 * The command and action {@code chat-send}: one message for a room. It is pushed by what the
 * table's stream brings about.
 */
@NullMarked
package dev.baton.chat.send;

import org.jspecify.annotations.NullMarked;
