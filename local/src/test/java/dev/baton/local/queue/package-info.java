/**
 * SQS as the SDK meets it.
 *
 * <p>Time is moved by hand.
 */
@NullMarked
package dev.baton.local.queue;

import org.jspecify.annotations.NullMarked;
