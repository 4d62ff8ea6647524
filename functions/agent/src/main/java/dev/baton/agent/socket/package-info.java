/**
 * What the actions of agents' sockets share: how they answer, and how a connection subscribes to a
 * log.
 */
@NullMarked
package dev.baton.agent.socket;

import org.jspecify.annotations.NullMarked;
