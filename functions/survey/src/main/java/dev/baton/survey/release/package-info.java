/**
 * The command {@code survey-release}: what an operator does to one participant, with the reason in
 * the audit log.
 */
@NullMarked
package dev.baton.survey.release;

import org.jspecify.annotations.NullMarked;
