/** Every file in events/ against the stack. */
@NullMarked
package dev.baton.local.event;

import org.jspecify.annotations.NullMarked;
