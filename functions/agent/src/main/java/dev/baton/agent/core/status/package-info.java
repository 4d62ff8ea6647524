/** What a session and a run look like to their owner. Pure: reads nothing. */
@NullMarked
package dev.baton.agent.core.status;

import org.jspecify.annotations.NullMarked;
