/**
 * How a field reads what a participant sends: accepted with a typed value, or rejected with the
 * message to answer. Only the field's settings and the reply are looked at.
 */
@NullMarked
package dev.baton.survey.core.answer;

import org.jspecify.annotations.NullMarked;
