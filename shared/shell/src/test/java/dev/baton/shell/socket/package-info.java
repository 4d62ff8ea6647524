/**
 * Tests of the way to and from connections, with a hand-written API Gateway. No socket is opened
 * here.
 */
@NullMarked
package dev.baton.shell.socket;

import org.jspecify.annotations.NullMarked;
