/**
 * Who may open a stream of a session, decided by values alone. Nothing is read or written here, and
 * no secret comes in but as whether it was found.
 */
@NullMarked
package dev.baton.agent.core.access;

import org.jspecify.annotations.NullMarked;
