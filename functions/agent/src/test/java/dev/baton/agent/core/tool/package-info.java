/** Tests of the package of the same name. */
@NullMarked
package dev.baton.agent.core.tool;

import org.jspecify.annotations.NullMarked;
