/** What passes are good for. */
@NullMarked
package dev.baton.agent.core.access;

import org.jspecify.annotations.NullMarked;
