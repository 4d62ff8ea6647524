/**
 * Callers for whom a JWT issuer vouches: its signatures, its keys, and what a token grants. What
 * callers may do with it is decided elsewhere.
 */
@NullMarked
package dev.baton.gateway.jwt;

import org.jspecify.annotations.NullMarked;
