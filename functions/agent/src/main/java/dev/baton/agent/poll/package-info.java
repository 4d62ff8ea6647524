/**
 * The command {@code agent-poll}: events of a log for callers who cannot read streams. It changes
 * nothing but a run whose worker is gone, which ends.
 */
@NullMarked
package dev.baton.agent.poll;

import org.jspecify.annotations.NullMarked;
