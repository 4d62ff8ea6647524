/**
 * The command {@code agent-status}: a session and a run as their owner sees them. It changes
 * nothing but a run whose worker is gone, which ends.
 */
@NullMarked
package dev.baton.agent.status;

import org.jspecify.annotations.NullMarked;
