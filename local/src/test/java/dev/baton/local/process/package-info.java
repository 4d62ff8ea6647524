/** The local stack in processes of its own. What looks into a stack in this JVM may not enter. */
@NullMarked
package dev.baton.local.process;

import org.jspecify.annotations.NullMarked;
