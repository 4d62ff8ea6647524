/**
 * What the stand-in says when nobody told it what to say: a small conversation that follows from
 * the request alone (streaming specification, section 9). It knows tools only as the request offers
 * them.
 */
@NullMarked
package dev.baton.local.model.demo;

import org.jspecify.annotations.NullMarked;
