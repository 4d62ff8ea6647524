/**
 * Begins runs, whoever asks for them: one at a time in a session, and each request once. What a run
 * then does is not decided here.
 */
@NullMarked
package dev.baton.agent.begin;

import org.jspecify.annotations.NullMarked;
