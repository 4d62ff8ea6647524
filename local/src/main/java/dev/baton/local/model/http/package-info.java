/**
 * The stand-in's door: HTTP/1.1 by hand over a loopback socket, one virtual thread that reads and
 * one that answers, so that the end of a socket is seen at once, also while an answer stalls. It
 * knows nothing of the Messages API.
 */
@NullMarked
package dev.baton.local.model.http;

import org.jspecify.annotations.NullMarked;
