/**
 * The function behind the stream of the Sessions table: does what writes of sessions ask for, and
 * brings new items of logs to everybody who is there. It decides nothing.
 */
@NullMarked
package dev.baton.websocket.push;

import org.jspecify.annotations.NullMarked;
