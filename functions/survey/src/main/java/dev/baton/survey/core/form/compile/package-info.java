/**
 * From what an author imports to a compiled form: descriptions, field types, waits, handoffs,
 * logic. What parses but is unwise is left to the linter.
 */
@NullMarked
package dev.baton.survey.core.form.compile;

import org.jspecify.annotations.NullMarked;
