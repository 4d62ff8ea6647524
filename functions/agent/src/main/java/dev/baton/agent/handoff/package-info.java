/**
 * What issues tickets and tokens of agent sessions, alike for all commands that hand off. The
 * sessions themselves are shared code.
 */
@NullMarked
package dev.baton.agent.handoff;

import org.jspecify.annotations.NullMarked;
