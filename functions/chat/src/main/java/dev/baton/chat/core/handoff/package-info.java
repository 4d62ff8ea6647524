/** The result of the commands that hand off to a room. Pure: tokens are made elsewhere. */
@NullMarked
package dev.baton.chat.core.handoff;

import org.jspecify.annotations.NullMarked;
