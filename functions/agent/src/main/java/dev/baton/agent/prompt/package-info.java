/**
 * The action {@code agent-prompt}: the next message of a conversation, sent over its socket. It
 * begins a run as {@code agent-send} does.
 */
@NullMarked
package dev.baton.agent.prompt;

import org.jspecify.annotations.NullMarked;
