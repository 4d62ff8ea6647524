/** What is published of the commands is what they are. */
@NullMarked
package dev.baton.local.catalogue;

import org.jspecify.annotations.NullMarked;
