/** The command {@code agent-cancel}: calls a run off. A worker that is at it sees so by itself. */
@NullMarked
package dev.baton.agent.cancel;

import org.jspecify.annotations.NullMarked;
