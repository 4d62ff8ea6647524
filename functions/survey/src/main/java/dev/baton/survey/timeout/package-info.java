/**
 * The Lambda that timers invoke. A timer that is stale or early changes nothing that matters; the
 * machine knows.
 */
@NullMarked
package dev.baton.survey.timeout;

import org.jspecify.annotations.NullMarked;
