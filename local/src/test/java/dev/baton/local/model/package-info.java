/**
 * Drives the stand-in for the Messages API with the official SDK, and with raw sockets and plain
 * HTTP where the SDK hides what happens.
 */
@NullMarked
package dev.baton.local.model;

import org.jspecify.annotations.NullMarked;
