/** Tests of the function. */
@NullMarked
package dev.baton.websocket.disconnect;

import org.jspecify.annotations.NullMarked;
