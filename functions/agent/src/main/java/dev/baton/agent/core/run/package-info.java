/**
 * The machine of runs: who works on a run, what it waits for, how it ends. Pure; the time and all
 * limits are arguments.
 */
@NullMarked
package dev.baton.agent.core.run;

import org.jspecify.annotations.NullMarked;
