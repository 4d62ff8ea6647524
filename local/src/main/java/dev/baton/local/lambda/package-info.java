/**
 * AWS Lambda: functions made from the template, synchronous calls, and the queue of asynchronous
 * events.
 *
 * <p>What triggers a function lives elsewhere and calls in here.
 */
@NullMarked
package dev.baton.local.lambda;

import org.jspecify.annotations.NullMarked;
