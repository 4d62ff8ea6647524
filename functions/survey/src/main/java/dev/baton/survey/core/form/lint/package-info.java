/**
 * What is unwise or hopeless in a form that compiles, told to its author before a participant finds
 * it. Rules look at the compiled form; no rule changes it.
 */
@NullMarked
package dev.baton.survey.core.form.lint;

import org.jspecify.annotations.NullMarked;
