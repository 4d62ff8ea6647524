/**
 * Repeated calls: a mutation with an idempotency key runs once, and whoever repeats it gets the
 * first answer. Secrets never enter; a command whose answer holds one says what may be kept.
 */
@NullMarked
package dev.baton.shell.repeat;

import org.jspecify.annotations.NullMarked;
