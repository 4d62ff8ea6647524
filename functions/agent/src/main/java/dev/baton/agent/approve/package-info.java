/**
 * The command {@code agent-approve}: the answer of a person to a call that waits. The last answer
 * lets a worker go on.
 */
@NullMarked
package dev.baton.agent.approve;

import org.jspecify.annotations.NullMarked;
