/** Tests of API keys as their owners handle them, over DynamoDB Local. */
@NullMarked
package dev.baton.key.revoke;

import org.jspecify.annotations.NullMarked;
