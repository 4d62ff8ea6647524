/**
 * Time for tests.
 *
 * <p>It moves only by hand.
 */
@NullMarked
package dev.baton.local.time;

import org.jspecify.annotations.NullMarked;
