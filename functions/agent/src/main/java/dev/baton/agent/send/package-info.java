/**
 * The command {@code agent-send}: the next run of a session. It answers when the run is committed,
 * not when it is done.
 */
@NullMarked
package dev.baton.agent.send;

import org.jspecify.annotations.NullMarked;
