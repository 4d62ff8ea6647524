/**
 * The data of every command that hands off, and the check that it is what was promised. Sessions
 * and tokens themselves live elsewhere.
 */
@NullMarked
package dev.baton.core.handoff;

import org.jspecify.annotations.NullMarked;
