/**
 * The surface that describes the commands of a caller as OpenAPI. What a command does may not
 * enter.
 */
@NullMarked
package dev.baton.gateway.openapi;

import org.jspecify.annotations.NullMarked;
