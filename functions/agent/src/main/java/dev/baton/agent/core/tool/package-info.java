/**
 * What a model may call, and what becomes of a call before anything is done: refused, run, or asked
 * about. Pure: commands are called elsewhere.
 */
@NullMarked
package dev.baton.agent.core.tool;

import org.jspecify.annotations.NullMarked;
