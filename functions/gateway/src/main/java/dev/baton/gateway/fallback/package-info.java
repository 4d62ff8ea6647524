/** The surface of every address that no other function has. It only says what is there instead. */
@NullMarked
package dev.baton.gateway.fallback;

import org.jspecify.annotations.NullMarked;
