/**
 * The command {@code survey-list}: the forms of an owner and where their participants are. It
 * changes nothing.
 */
@NullMarked
package dev.baton.survey.list;

import org.jspecify.annotations.NullMarked;
