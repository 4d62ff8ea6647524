/**
 * The function behind the stream of the Sessions table that brings events of runs to sockets. It
 * decides nothing, and whoever appends need not know who watches.
 */
@NullMarked
package dev.baton.agent.push;

import org.jspecify.annotations.NullMarked;
