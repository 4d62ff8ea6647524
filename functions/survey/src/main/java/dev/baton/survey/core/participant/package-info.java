/**
 * A participant of a survey as data: everything the machine remembers between two events, and its
 * JSON. Its size is bounded by the form, never by the number of events.
 */
@NullMarked
package dev.baton.survey.core.participant;

import org.jspecify.annotations.NullMarked;
