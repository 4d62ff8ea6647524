/** Tests of API keys against DynamoDB Local. */
@NullMarked
package dev.baton.testkit.access;

import org.jspecify.annotations.NullMarked;
