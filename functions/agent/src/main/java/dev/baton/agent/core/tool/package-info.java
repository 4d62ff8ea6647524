/**
 * Which commands an agent may call as its tools, decided by the catalogue alone. Nothing is read
 * here.
 */
@NullMarked
package dev.baton.agent.core.tool;

import org.jspecify.annotations.NullMarked;
