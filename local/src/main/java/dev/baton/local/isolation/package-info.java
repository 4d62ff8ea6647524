/**
 * Functions in processes of their own, as on Lambda: started from the zip that is deployed when a
 * call finds none that is free, ended when they are idle for long or run too long. What surrounds
 * their code is {@code runtime}'s.
 */
@NullMarked
package dev.baton.local.isolation;

import org.jspecify.annotations.NullMarked;
