/** Agent commands as callers see them, over a store in this process. */
@NullMarked
package dev.baton.agent;

import org.jspecify.annotations.NullMarked;
