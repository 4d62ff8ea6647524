/** Functions whose processes are kept as snapshots: what they do before, and after a restore. */
@NullMarked
package dev.baton.local.snapshot;

import org.jspecify.annotations.NullMarked;
