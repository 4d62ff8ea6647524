/**
 * The stream function: an HTTP server whose responses copy the log of a session, each as far as its
 * viewer reads. Nothing here starts, cancels or prolongs a run; of the log it knows only the order.
 */
@NullMarked
package dev.baton.agent.stream;

import org.jspecify.annotations.NullMarked;
