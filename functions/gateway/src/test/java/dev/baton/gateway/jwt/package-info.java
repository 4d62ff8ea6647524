/** Tests of JWTs against an issuer on loopback. */
@NullMarked
package dev.baton.gateway.jwt;

import org.jspecify.annotations.NullMarked;
