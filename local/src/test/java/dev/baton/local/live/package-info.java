/** Real sockets for tests of all domains. */
@NullMarked
package dev.baton.local.live;

import org.jspecify.annotations.NullMarked;
