/**
 * The command {@code chat-disconnect}: ends a session for good. Its socket is closed by what the
 * table's stream brings about.
 */
@NullMarked
package dev.baton.chat.disconnect;

import org.jspecify.annotations.NullMarked;
