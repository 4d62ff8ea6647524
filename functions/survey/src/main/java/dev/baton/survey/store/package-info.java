/**
 * The rows of the Surveys table, one class per kind of row: names of keys and attributes are known
 * here and nowhere else. A lost condition is a return value; whatever else goes wrong is a fault of
 * the SDK and passes through.
 */
@NullMarked
package dev.baton.survey.store;

import org.jspecify.annotations.NullMarked;
