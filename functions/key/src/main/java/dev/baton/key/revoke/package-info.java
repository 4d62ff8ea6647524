/**
 * The command {@code key-revoke}: ends a key and the sessions made with it, for good. A foreign key
 * is answered like a missing one.
 */
@NullMarked
package dev.baton.key.revoke;

import org.jspecify.annotations.NullMarked;
