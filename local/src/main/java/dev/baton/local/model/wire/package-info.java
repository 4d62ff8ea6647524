/**
 * The Messages API as it is spoken: requests with the rules that the real API holds them to, and
 * refusals. What is said in an answer is decided elsewhere.
 */
@NullMarked
package dev.baton.local.model.wire;

import org.jspecify.annotations.NullMarked;
