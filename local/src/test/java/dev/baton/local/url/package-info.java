/**
 * Tests of the emulated Function URL with real clients over real sockets.
 *
 * <p>The server behind it is a toy that is fed from the test.
 */
@NullMarked
package dev.baton.local.url;

import org.jspecify.annotations.NullMarked;
