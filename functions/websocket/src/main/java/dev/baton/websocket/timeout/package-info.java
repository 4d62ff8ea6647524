/** The timers of sessions: looks at a session when something may be due. */
@NullMarked
package dev.baton.websocket.timeout;

import org.jspecify.annotations.NullMarked;
