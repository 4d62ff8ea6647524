/**
 * The worker: the function that calls models and tools for a run. Only {@code work.model} knows the
 * model's SDK.
 */
@NullMarked
package dev.baton.agent.work;

import org.jspecify.annotations.NullMarked;
