/**
 * What functions on both ends of a socket share: which session a frame belongs to, what its sender
 * may do, how the answer goes back, and the parts all of this is made of. What an action means may
 * not enter: domains bring that.
 */
@NullMarked
package dev.baton.shell.live;

import org.jspecify.annotations.NullMarked;
