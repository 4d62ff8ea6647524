/**
 * What inputs and outputs look like, as data: fields, types, bounds and sentences, from which both
 * the parser and the JSON Schemas are made, so that they cannot disagree. Reading bytes and the
 * commands themselves stay outside.
 */
@NullMarked
package dev.baton.core.schema;

import org.jspecify.annotations.NullMarked;
