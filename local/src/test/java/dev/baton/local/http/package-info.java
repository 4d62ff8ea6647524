/**
 * The HTTP API as a client meets it.
 *
 * <p>Functions are lambdas in the test.
 */
@NullMarked
package dev.baton.local.http;

import org.jspecify.annotations.NullMarked;
