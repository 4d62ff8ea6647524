/** The answer to a poll, made of a page of the log. Pure: reads nothing. */
@NullMarked
package dev.baton.chat.core.poll;

import org.jspecify.annotations.NullMarked;
