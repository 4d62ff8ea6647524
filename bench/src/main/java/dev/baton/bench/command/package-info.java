/**
 * What a command costs in processor time around what it does: from API Gateway's event to the
 * response. Nothing here is part of Baton.
 */
@NullMarked
package dev.baton.bench.command;

import org.jspecify.annotations.NullMarked;
