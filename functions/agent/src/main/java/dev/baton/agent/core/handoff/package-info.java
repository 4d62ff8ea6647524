/**
 * The result of the commands that hand off to an agent. Pure: tickets and tokens are made
 * elsewhere.
 */
@NullMarked
package dev.baton.agent.core.handoff;

import org.jspecify.annotations.NullMarked;
