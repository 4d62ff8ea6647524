/** The command {@code chat-status}: a session as its owner sees it. It changes nothing. */
@NullMarked
package dev.baton.chat.status;

import org.jspecify.annotations.NullMarked;
