/**
 * The surface of AFD's own dialect of the Model Context Protocol. What the dialect says is decided
 * in the core.
 */
@NullMarked
package dev.baton.gateway.message;

import org.jspecify.annotations.NullMarked;
