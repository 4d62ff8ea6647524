/**
 * How a participant comes in: what a link says and the seed that randomizes a form for a
 * participant. Nothing of a running survey may enter.
 */
@NullMarked
package dev.baton.survey.core.entry;

import org.jspecify.annotations.NullMarked;
