/**
 * The command {@code chat-rooms}: the private rooms of a caller. Open rooms are not listed:
 * everybody may enter them, and who knows of which is nobody's business. It changes nothing.
 */
@NullMarked
package dev.baton.chat.rooms;

import org.jspecify.annotations.NullMarked;
