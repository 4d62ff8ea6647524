/**
 * Amazon EventBridge Scheduler: one-time schedules that fire exactly when they are due and outlive
 * the process.
 *
 * <p>Recurring schedules are refused, because Baton has none.
 */
@NullMarked
package dev.baton.local.scheduler;

import org.jspecify.annotations.NullMarked;
