/**
 * Decides who is calling: the Lambda authorizer of the HTTP API, which turns a bearer key into an
 * owner and scopes.
 *
 * <p>What a caller may then do is decided at the edge of each command, not here.
 */
@NullMarked
package dev.baton.gateway.authorize;

import org.jspecify.annotations.NullMarked;
