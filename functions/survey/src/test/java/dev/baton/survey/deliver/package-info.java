/** Tests of what deliveries do with time: delays, limits, names of timers. */
@NullMarked
package dev.baton.survey.deliver;

import org.jspecify.annotations.NullMarked;
