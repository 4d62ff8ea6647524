/** Tests of what functions may do, and that it is no more than they need. */
@NullMarked
package dev.baton.local.permission;

import org.jspecify.annotations.NullMarked;
