/** Tests of the authorizer against the real table layout. */
@NullMarked
package dev.baton.gateway.authorize;

import org.jspecify.annotations.NullMarked;
