/**
 * What the stand-in says and how: blocks, pace and faults, turned into the frames of a stream or
 * one JSON message. Pure: no socket, clock or chance may enter.
 */
@NullMarked
package dev.baton.local.model.reply;

import org.jspecify.annotations.NullMarked;
