/**
 * Handles commands to runs, whoever sends them: load, decide, save, effects. Nothing is decided
 * here.
 */
@NullMarked
package dev.baton.agent.run;

import org.jspecify.annotations.NullMarked;
