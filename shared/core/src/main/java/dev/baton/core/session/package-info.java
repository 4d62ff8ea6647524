/**
 * The machine of protocol handoffs: what a session is, what may happen to it, and what follows,
 * whatever the domain. Time, ids and the hashes of tokens come in as arguments; a token itself
 * never enters.
 */
@NullMarked
package dev.baton.core.session;

import org.jspecify.annotations.NullMarked;
