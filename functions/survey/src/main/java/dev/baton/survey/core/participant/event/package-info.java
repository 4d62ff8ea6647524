/** What happened to a participant, in the past tense, and how it changes what is remembered. */
@NullMarked
package dev.baton.survey.core.participant.event;

import org.jspecify.annotations.NullMarked;
