/** Who watches a session. A viewer never owns a run, and its row is only as true as its lease. */
@NullMarked
package dev.baton.agent.core.viewer;

import org.jspecify.annotations.NullMarked;
