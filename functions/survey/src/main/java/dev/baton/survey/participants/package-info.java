/**
 * One command to one participant, from reading to writing: load, decide, save on a condition, and
 * again when somebody else was first. It knows stores and the machine, and neither the web nor
 * Lambda.
 */
@NullMarked
package dev.baton.survey.participants;

import org.jspecify.annotations.NullMarked;
