/**
 * The timers of runs: looks at a run when something may be due. It is called by schedules alone.
 */
@NullMarked
package dev.baton.agent.timeout;

import org.jspecify.annotations.NullMarked;
