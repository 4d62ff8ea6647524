/**
 * Batches as data: which entries there are, and what their answers add up to. Running them happens
 * elsewhere.
 */
@NullMarked
package dev.baton.gateway.core.batch;

import org.jspecify.annotations.NullMarked;
