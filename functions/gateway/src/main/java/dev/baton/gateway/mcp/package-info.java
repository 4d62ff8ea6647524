/**
 * The surface of the official Model Context Protocol, stateless. What the protocol says is decided
 * in the core.
 */
@NullMarked
package dev.baton.gateway.mcp;

import org.jspecify.annotations.NullMarked;
