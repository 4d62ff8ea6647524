/** Tests of the frames of sockets. */
@NullMarked
package dev.baton.agent.core.socket;

import org.jspecify.annotations.NullMarked;
