/**
 * Scripts: replies that a test or a person prepared, read from JSON. A misspelt name is refused,
 * never silently without effect.
 */
@NullMarked
package dev.baton.local.model.script;

import org.jspecify.annotations.NullMarked;
