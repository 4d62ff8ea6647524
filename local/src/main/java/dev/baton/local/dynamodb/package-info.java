/**
 * DynamoDB Local inside this JVM, with the tables that the template describes.
 *
 * <p>Streams are read in {@code stream}; this room only makes them available and tells when
 * something was written.
 */
@NullMarked
package dev.baton.local.dynamodb;

import org.jspecify.annotations.NullMarked;
