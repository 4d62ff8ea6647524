/** How positions become runs and places in them. */
@NullMarked
package dev.baton.agent.core.position;

import org.jspecify.annotations.NullMarked;
