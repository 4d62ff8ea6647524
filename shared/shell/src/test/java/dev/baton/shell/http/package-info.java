/** Clients against a server on the loopback interface. */
@NullMarked
package dev.baton.shell.http;

import org.jspecify.annotations.NullMarked;
