/** Messages as they go to readers. Pure: number, time and names are arguments. */
@NullMarked
package dev.baton.chat.core.message;

import org.jspecify.annotations.NullMarked;
