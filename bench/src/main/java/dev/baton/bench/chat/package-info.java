/**
 * How chat behaves through the whole local stack: how long a message takes to everybody in a room,
 * and what connecting, sending and polling consume.
 */
@NullMarked
package dev.baton.bench.chat;

import org.jspecify.annotations.NullMarked;
