/**
 * The command {@code agent-reconnect}: a fresh ticket or token of a session that goes on. It never
 * begins or ends a run.
 */
@NullMarked
package dev.baton.agent.reconnect;

import org.jspecify.annotations.NullMarked;
