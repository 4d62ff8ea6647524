/** What only chat keeps in the Sessions table. Sessions and messages are kept by shared stores. */
@NullMarked
package dev.baton.chat.store;

import org.jspecify.annotations.NullMarked;
