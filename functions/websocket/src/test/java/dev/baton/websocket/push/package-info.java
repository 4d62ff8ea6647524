/** Tests of the function. */
@NullMarked
package dev.baton.websocket.push;

import org.jspecify.annotations.NullMarked;
