/**
 * How models are called: the only room that knows the model's SDK, which hands on its events as
 * JSON of our own. What they mean is decided in the core.
 */
@NullMarked
package dev.baton.agent.work.model;

import org.jspecify.annotations.NullMarked;
