/**
 * The command {@code survey-responses}: what participants said, as JSON or CSV. It changes nothing.
 */
@NullMarked
package dev.baton.survey.responses;

import org.jspecify.annotations.NullMarked;
