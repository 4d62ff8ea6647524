/**
 * The conversations that Messenger keeps: who takes part, which app owns the thread, what was said.
 * Nothing here sends anything.
 */
@NullMarked
package dev.baton.local.graph.thread;

import org.jspecify.annotations.NullMarked;
