/**
 * Chat rooms: the first domain of protocol handoffs. One package for each function; what they share
 * stands in packages beside them, and only {@link dev.baton.chat.ChatWiring} reads configuration.
 */
@NullMarked
package dev.baton.chat;

import org.jspecify.annotations.NullMarked;
