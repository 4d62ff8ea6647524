/** The action {@code chat-typing}: tells others who is typing. Nothing is stored. */
@NullMarked
package dev.baton.chat.typing;

import org.jspecify.annotations.NullMarked;
