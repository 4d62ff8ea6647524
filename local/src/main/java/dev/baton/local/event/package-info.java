/**
 * The files in events/: one request for each function, and what a stack answers to them. Only what
 * holds for every way to run a function may live here.
 */
@NullMarked
package dev.baton.local.event;

import org.jspecify.annotations.NullMarked;
