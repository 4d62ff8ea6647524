/**
 * How a worker appends to the log of its run: gathered, numbered, checked, in order, one write at a
 * time. What is appended is decided elsewhere.
 */
@NullMarked
package dev.baton.agent.work.log;

import org.jspecify.annotations.NullMarked;
