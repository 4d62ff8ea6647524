/** Tests of the package of the same name. */
@NullMarked
package dev.baton.agent.core.model;

import org.jspecify.annotations.NullMarked;
