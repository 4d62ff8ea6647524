/**
 * Helpers that tests of several modules need: DynamoDB Local as a JUnit extension and a clock that
 * is told the time.
 *
 * <p>Nothing that is deployed may depend on this module.
 */
@NullMarked
package dev.baton.testkit;

import org.jspecify.annotations.NullMarked;
