/** The command and action {@code chat-poll}: messages after a cursor. It changes nothing. */
@NullMarked
package dev.baton.chat.poll;

import org.jspecify.annotations.NullMarked;
