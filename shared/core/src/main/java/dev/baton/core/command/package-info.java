/**
 * Commands as data: name, sentences, shapes, effects, exposure and handoff, from which checks,
 * catalogues and tools are made. What a command does may not enter.
 */
@NullMarked
package dev.baton.core.command;

import org.jspecify.annotations.NullMarked;
