/**
 * What survives a {@code kill -9}: a whole stack in a process of its own is killed at every write
 * and every effect, and started again on the same data. Only tests live here.
 */
@NullMarked
package dev.baton.local.kill;

import org.jspecify.annotations.NullMarked;
