/**
 * How much processor time the survey engine itself takes: webhook bytes in, state JSON and outgoing
 * JSON out, without network and store.
 */
@NullMarked
package dev.baton.bench.engine;

import org.jspecify.annotations.NullMarked;
