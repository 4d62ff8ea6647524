/**
 * What every command answers: one envelope for success and refusal, and the codes with their HTTP
 * status. Faults that are nobody's decision are exceptions with a category and live here too,
 * because the edge turns them into the same envelope.
 */
@NullMarked
package dev.baton.core.result;

import org.jspecify.annotations.NullMarked;
