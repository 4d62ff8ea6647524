/** Fields and refusals that several agent commands share. Nothing here reads or writes. */
@NullMarked
package dev.baton.agent.schema;

import org.jspecify.annotations.NullMarked;
