/**
 * A further handoff domain as somebody would add it: definitions, a handler for each command and
 * action, and resources in the template. Nothing of sockets, sessions or the gateway is touched.
 */
@NullMarked
package dev.baton.local.domain;

import org.jspecify.annotations.NullMarked;
