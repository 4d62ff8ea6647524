/**
 * Streams as event sources.
 *
 * <p>DynamoDB Local runs in this JVM.
 */
@NullMarked
package dev.baton.local.stream;

import org.jspecify.annotations.NullMarked;
