/** The frames by which a socket of an agent session is answered and told of events. Pure. */
@NullMarked
package dev.baton.agent.core.socket;

import org.jspecify.annotations.NullMarked;
