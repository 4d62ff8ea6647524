/** Tests of what each kind of viewer is written, and what the clients of each would refuse. */
@NullMarked
package dev.baton.agent.core.frame;

import org.jspecify.annotations.NullMarked;
