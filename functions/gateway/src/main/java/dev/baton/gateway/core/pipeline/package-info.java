/**
 * Pipelines as data: steps, references between them, conditions, and what comes next. Running steps
 * happens elsewhere.
 */
@NullMarked
package dev.baton.gateway.core.pipeline;

import org.jspecify.annotations.NullMarked;
