/**
 * Tests of the session machine. Nothing here knows a clock or a database; both would hide what the
 * machine is given.
 */
@NullMarked
package dev.baton.core.session;

import org.jspecify.annotations.NullMarked;
