/** What a session looks like to its owner. Pure: reads nothing. */
@NullMarked
package dev.baton.chat.core.status;

import org.jspecify.annotations.NullMarked;
