/**
 * The messages between a person and a model, as they are kept and as they are repaired. Pure: the
 * model itself is called elsewhere.
 */
@NullMarked
package dev.baton.agent.core.conversation;

import org.jspecify.annotations.NullMarked;
