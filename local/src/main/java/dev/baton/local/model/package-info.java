/**
 * A stand-in for the Anthropic Messages API: a server of its own that streams as the real one does,
 * by a script or in a small conversation that needs none. Nothing of Baton's own code may enter but
 * the local stack's JSON trees, so that it stays an independent opinion of what the real API does.
 */
@NullMarked
package dev.baton.local.model;

import org.jspecify.annotations.NullMarked;
