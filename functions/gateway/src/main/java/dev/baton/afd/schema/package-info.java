/**
 * The command afd-schema: inputs and outputs as JSON Schema. It tells what the catalogue says and
 * nothing else.
 */
@NullMarked
package dev.baton.afd.schema;

import org.jspecify.annotations.NullMarked;
