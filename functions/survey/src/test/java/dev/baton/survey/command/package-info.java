/**
 * Tests of what all survey commands have in common, and the bench on which single ones are tested.
 */
@NullMarked
package dev.baton.survey.command;

import org.jspecify.annotations.NullMarked;
