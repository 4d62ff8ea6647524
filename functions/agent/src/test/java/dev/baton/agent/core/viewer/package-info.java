/** When responses end. */
@NullMarked
package dev.baton.agent.core.viewer;

import org.jspecify.annotations.NullMarked;
