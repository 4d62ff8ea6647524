/**
 * DynamoDB Local for tests: one server per JVM, fresh tables per test. The tables have the shape of
 * those in {@code template.yaml}; no test may share one with another.
 */
@NullMarked
package dev.baton.testkit.dynamodb;

import org.jspecify.annotations.NullMarked;
