/**
 * Reading and writing JSON for the simulator, which handles it as trees because it must be able to
 * send and receive any shape. No rule of Messenger enters here.
 */
@NullMarked
package dev.baton.local.graph.json;

import org.jspecify.annotations.NullMarked;
