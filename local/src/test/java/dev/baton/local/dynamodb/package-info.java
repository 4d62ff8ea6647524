/**
 * DynamoDB Local as the stack uses it.
 *
 * <p>Everything is in memory.
 */
@NullMarked
package dev.baton.local.dynamodb;

import org.jspecify.annotations.NullMarked;
