/**
 * Time passing, as something that a test can replace. Telling the time is {@code
 * java.time.InstantSource}'s business.
 */
@NullMarked
package dev.baton.shell.time;

import org.jspecify.annotations.NullMarked;
