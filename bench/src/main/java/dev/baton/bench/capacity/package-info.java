/**
 * What the functions consume of DynamoDB, measured beneath them by a global interceptor of the AWS
 * SDK. Nothing of it is on the class path of a function that is deployed.
 */
@NullMarked
package dev.baton.bench.capacity;

import org.jspecify.annotations.NullMarked;
