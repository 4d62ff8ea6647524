/**
 * An independent reader of JSON Schema, so that tests can ask somebody else whether our own parser
 * and our own schemas agree. Production code never depends on it.
 */
@NullMarked
package dev.baton.testkit.schema;

import org.jspecify.annotations.NullMarked;
