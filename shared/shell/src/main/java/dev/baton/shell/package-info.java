/**
 * What surrounds a decision: configuration, AWS clients, JSON text, the Lambda edge, logs and
 * metrics.
 *
 * <p>No domain enters here, and no decision is taken here.
 */
@NullMarked
package dev.baton.shell;

import org.jspecify.annotations.NullMarked;
