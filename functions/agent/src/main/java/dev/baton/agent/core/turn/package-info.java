/**
 * One answer of a model: how it is put together from the events of its stream, and how its text is
 * gathered into events of the log. Pure: no stream is read and nothing is appended here.
 */
@NullMarked
package dev.baton.agent.core.turn;

import org.jspecify.annotations.NullMarked;
