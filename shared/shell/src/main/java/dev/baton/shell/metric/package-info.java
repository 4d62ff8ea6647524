/**
 * Counters and measurements as CloudWatch embedded metric lines, so that measuring costs a log line
 * and no call.
 */
@NullMarked
package dev.baton.shell.metric;

import org.jspecify.annotations.NullMarked;
