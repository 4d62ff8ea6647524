/** Rooms over the shared log: who may enter, who is called what. No answers of commands here. */
@NullMarked
package dev.baton.chat.room;

import org.jspecify.annotations.NullMarked;
