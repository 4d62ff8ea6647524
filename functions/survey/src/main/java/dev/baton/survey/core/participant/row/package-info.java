/** Rows that a decision writes beside the participant item, in the same transaction. */
@NullMarked
package dev.baton.survey.core.participant.row;

import org.jspecify.annotations.NullMarked;
