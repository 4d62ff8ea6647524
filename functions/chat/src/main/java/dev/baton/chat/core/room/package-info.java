/** Which rooms may come into being and what participants are called. Pure. */
@NullMarked
package dev.baton.chat.core.room;

import org.jspecify.annotations.NullMarked;
