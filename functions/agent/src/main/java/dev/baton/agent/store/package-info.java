/**
 * The rows of agent sessions in the Sessions table: what belongs together is written in one
 * transaction, and a lost condition is an answer. Nothing is decided here.
 */
@NullMarked
package dev.baton.agent.store;

import org.jspecify.annotations.NullMarked;
