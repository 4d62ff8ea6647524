/**
 * Conditions, calculations and jumps of a form, compiled at import and evaluated when a field is
 * left. Evaluation is total: for every answer every condition is true or false.
 */
@NullMarked
package dev.baton.survey.core.logic;

import org.jspecify.annotations.NullMarked;
