/**
 * Lambda as the SDK meets it.
 *
 * <p>Handlers are lambdas in the test.
 */
@NullMarked
package dev.baton.local.lambda;

import org.jspecify.annotations.NullMarked;
