/**
 * What must survive a kill: keyed JSON values in append-only files.
 *
 * <p>A journal knows nothing of what it keeps.
 */
@NullMarked
package dev.baton.local.journal;

import org.jspecify.annotations.NullMarked;
