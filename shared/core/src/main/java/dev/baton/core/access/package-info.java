/**
 * Who may call what: callers and the scopes of their keys. Finding out who a caller is happens
 * elsewhere.
 */
@NullMarked
package dev.baton.core.access;

import org.jspecify.annotations.NullMarked;
