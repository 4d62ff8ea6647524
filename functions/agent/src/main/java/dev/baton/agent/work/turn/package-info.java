/**
 * The loop of a worker: a call of the model, the calls of tools that it asks for, a checkpoint
 * after each, until the model hands back. What each step means is decided in the core.
 */
@NullMarked
package dev.baton.agent.work.turn;

import org.jspecify.annotations.NullMarked;
