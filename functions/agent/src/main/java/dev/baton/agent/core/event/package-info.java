/**
 * What can stand in the log of an agent session, as data: types of events, their members, their
 * text. Who appends and who reads is elsewhere.
 */
@NullMarked
package dev.baton.agent.core.event;

import org.jspecify.annotations.NullMarked;
