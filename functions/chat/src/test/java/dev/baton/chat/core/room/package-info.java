/**
 * Tests of the chat domain over DynamoDB Local, without sockets. Sockets are tested in the local
 * stack.
 */
@NullMarked
package dev.baton.chat.core.room;

import org.jspecify.annotations.NullMarked;
