/**
 * The Lambda edge: events as small records of our own, responses as bytes. The HTTP API's payload
 * format 2.0 is known here and nowhere else.
 */
@NullMarked
package dev.baton.shell.lambda;

import org.jspecify.annotations.NullMarked;
