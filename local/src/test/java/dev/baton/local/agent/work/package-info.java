/**
 * The worker against the stand-in for models and real commands: what goes wrong, what is called
 * off, and what happens when a worker dies.
 */
@NullMarked
package dev.baton.local.agent.work;

import org.jspecify.annotations.NullMarked;
