/**
 * Where in a log a stream begins, decided from what a viewer says it has. Pure: what the log holds
 * comes in as numbers.
 */
@NullMarked
package dev.baton.agent.core.position;

import org.jspecify.annotations.NullMarked;
