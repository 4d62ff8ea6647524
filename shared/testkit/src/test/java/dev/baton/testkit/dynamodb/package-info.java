/** Tests of the DynamoDB Local extension. Nothing else may enter. */
@NullMarked
package dev.baton.testkit.dynamodb;

import org.jspecify.annotations.NullMarked;
