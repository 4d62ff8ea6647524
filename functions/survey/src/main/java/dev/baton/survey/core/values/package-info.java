/**
 * The named values of a participant and how their texts read as numbers, dates and phone numbers.
 * Everything here is total: a text of any kind is either read or is not, and nothing throws.
 */
@NullMarked
package dev.baton.survey.core.values;

import org.jspecify.annotations.NullMarked;
