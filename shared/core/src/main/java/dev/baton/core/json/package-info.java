/**
 * JSON as data for the pure core: values, compact and canonical text. Parsing stays outside,
 * because it belongs to a library and to the edge.
 */
@NullMarked
package dev.baton.core.json;

import org.jspecify.annotations.NullMarked;
