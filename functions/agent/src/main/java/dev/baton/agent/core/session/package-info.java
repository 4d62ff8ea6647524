/**
 * An agent session beside what all sessions have: its settings, its totals, the run under way. No
 * decision about a run is taken here.
 */
@NullMarked
package dev.baton.agent.core.session;

import org.jspecify.annotations.NullMarked;
