/**
 * The command {@code key-create}: a further key of the same owner, never wider than the one it is
 * made with. It tells the key once.
 */
@NullMarked
package dev.baton.key.create;

import org.jspecify.annotations.NullMarked;
