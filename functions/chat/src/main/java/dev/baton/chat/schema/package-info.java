/** Fields and refusals that several chat commands share. Nothing here reads or writes. */
@NullMarked
package dev.baton.chat.schema;

import org.jspecify.annotations.NullMarked;
