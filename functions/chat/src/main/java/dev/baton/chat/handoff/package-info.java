/**
 * What {@code chat-connect} and {@code chat-reconnect} share: issuing tokens and answering with
 * them. The sessions themselves are shared code.
 */
@NullMarked
package dev.baton.chat.handoff;

import org.jspecify.annotations.NullMarked;
