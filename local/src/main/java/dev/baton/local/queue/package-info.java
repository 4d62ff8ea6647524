/**
 * Amazon SQS: standard queues, used for what could not be delivered.
 *
 * <p>Only queueing may live here; who sends and why does not matter to it.
 */
@NullMarked
package dev.baton.local.queue;

import org.jspecify.annotations.NullMarked;
