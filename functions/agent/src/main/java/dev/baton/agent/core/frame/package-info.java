/**
 * The log of a run as the text of one response, for each protocol that viewers speak. Pure: who
 * reads the log, waits for more of it and writes to sockets is elsewhere.
 */
@NullMarked
package dev.baton.agent.core.frame;

import org.jspecify.annotations.NullMarked;
