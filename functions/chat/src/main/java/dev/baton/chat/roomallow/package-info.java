/**
 * The command {@code chat-room-allow}: who may enter a private room. Whoever loses access loses the
 * sessions there at once; what only another owner's host may say does not enter here.
 */
@NullMarked
package dev.baton.chat.roomallow;

import org.jspecify.annotations.NullMarked;
