/**
 * How a worker calls commands for a model: over HTTP, as the session's owner, with a credential of
 * its own that ends with it. What may be called is decided in the core.
 */
@NullMarked
package dev.baton.agent.work.tool;

import org.jspecify.annotations.NullMarked;
