/**
 * The chat domain through the whole stack: commands over HTTP, real sockets of the JDK, the stream
 * and the timers between them. What only a domain's own parts decide is tested beside them.
 */
@NullMarked
package dev.baton.local.chat;

import org.jspecify.annotations.NullMarked;
