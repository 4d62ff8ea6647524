/** The files in events/: one request for each function, and what a stack answers to them. */
@NullMarked
package dev.baton.local.event;

import org.jspecify.annotations.NullMarked;
