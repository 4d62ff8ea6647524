/** Tests of the function. */
@NullMarked
package dev.baton.websocket.default_;

import org.jspecify.annotations.NullMarked;
