/**
 * What the server says on a WebSocket, whatever the domain: frames as values and the reasons for
 * which it closes a connection. Payload frames of a domain are made by the domain.
 */
@NullMarked
package dev.baton.core.frame;

import org.jspecify.annotations.NullMarked;
