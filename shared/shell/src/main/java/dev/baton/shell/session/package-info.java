/**
 * Sessions outside the core: where they are kept, how commands to them race, what their tokens and
 * timers are made of. The only writer of sessions, members and live sessions of an owner.
 */
@NullMarked
package dev.baton.shell.session;

import org.jspecify.annotations.NullMarked;
