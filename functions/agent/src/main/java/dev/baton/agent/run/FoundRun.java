package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.core.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A session of an owner and the run that is meant.
 *
 * @param session the session as the clock has it
 * @param conversation its conversation
 * @param run the run after a look at it; null when the session has none, or not that one
 */
public record FoundRun(Session session, AgentSession conversation, @Nullable Run run) {}
