/**
 * Tests of what an instance of a function remembers of forms and pages. No command to a participant
 * is decided here.
 */
@NullMarked
package dev.baton.survey.participants;

import org.jspecify.annotations.NullMarked;
