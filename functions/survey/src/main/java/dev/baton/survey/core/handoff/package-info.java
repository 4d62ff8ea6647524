/**
 * Handing a thread to another app and reading what it brings back, as pure data and functions. No
 * wire reading, no clock and no AWS may enter.
 */
@NullMarked
package dev.baton.survey.core.handoff;

import org.jspecify.annotations.NullMarked;
