/** The stream function over DynamoDB Local, asked through sockets. */
@NullMarked
package dev.baton.agent.stream;

import org.jspecify.annotations.NullMarked;
