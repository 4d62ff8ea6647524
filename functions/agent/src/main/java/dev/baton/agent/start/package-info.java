/**
 * The command {@code agent-start}: a session with an agent, and its first run if there is a prompt.
 * The run itself is the work of a worker.
 */
@NullMarked
package dev.baton.agent.start;

import org.jspecify.annotations.NullMarked;
