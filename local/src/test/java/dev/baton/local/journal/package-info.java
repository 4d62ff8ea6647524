/**
 * What must survive a kill.
 *
 * <p>Files in temporary directories only.
 */
@NullMarked
package dev.baton.local.journal;

import org.jspecify.annotations.NullMarked;
