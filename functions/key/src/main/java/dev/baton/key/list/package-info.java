/** The command {@code key-list}: the keys of an owner, never a key itself. It changes nothing. */
@NullMarked
package dev.baton.key.list;

import org.jspecify.annotations.NullMarked;
