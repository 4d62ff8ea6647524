/**
 * DynamoDB streams as event sources of functions: order per key, filters, retries, bisecting, dead
 * letters, checkpoints.
 *
 * <p>Nothing here knows what a record means.
 */
@NullMarked
package dev.baton.local.stream;

import org.jspecify.annotations.NullMarked;
