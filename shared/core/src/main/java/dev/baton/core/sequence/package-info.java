/**
 * Logs whose items have gapless numbers: the cursor that names a place in one, and which items a
 * reader gets. Reading and hashing happen elsewhere.
 */
@NullMarked
package dev.baton.core.sequence;

import org.jspecify.annotations.NullMarked;
