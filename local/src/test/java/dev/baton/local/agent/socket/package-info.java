/** Sockets of agent sessions, through the whole stack and its stand-in for a model. */
@NullMarked
package dev.baton.local.agent.socket;

import org.jspecify.annotations.NullMarked;
