/** What can be asked of a participant's survey: everything that reaches its machine, as data. */
@NullMarked
package dev.baton.survey.core.participant.command;

import org.jspecify.annotations.NullMarked;
