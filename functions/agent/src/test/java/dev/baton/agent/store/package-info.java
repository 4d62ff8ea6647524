/** Tests of stores over DynamoDB Local. */
@NullMarked
package dev.baton.agent.store;

import org.jspecify.annotations.NullMarked;
