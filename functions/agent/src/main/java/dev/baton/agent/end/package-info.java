/**
 * The command {@code agent-end}: ends a session for good, and whatever is open with it. Its log
 * stays readable until its time.
 */
@NullMarked
package dev.baton.agent.end;

import org.jspecify.annotations.NullMarked;
