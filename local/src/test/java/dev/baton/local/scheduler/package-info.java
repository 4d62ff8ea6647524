/**
 * EventBridge Scheduler as the SDK meets it.
 *
 * <p>Time is moved by hand.
 */
@NullMarked
package dev.baton.local.scheduler;

import org.jspecify.annotations.NullMarked;
