/** A world in which the functions of the sockets run against DynamoDB Local. */
@NullMarked
package dev.baton.websocket;

import org.jspecify.annotations.NullMarked;
