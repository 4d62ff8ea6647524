/**
 * Texts with placeholders, compiled once at import and filled in for every participant. What is
 * inserted is never read as a placeholder and never changes the structure around it.
 */
@NullMarked
package dev.baton.survey.core.text;

import org.jspecify.annotations.NullMarked;
