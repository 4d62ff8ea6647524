/** The action {@code chat-presence}: who is in the room. It changes nothing. */
@NullMarked
package dev.baton.chat.presence;

import org.jspecify.annotations.NullMarked;
