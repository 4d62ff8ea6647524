/**
 * The control API: scripts and the log of requests, each API key for itself, so that tests at the
 * same time do not meet.
 */
@NullMarked
package dev.baton.local.model.control;

import org.jspecify.annotations.NullMarked;
