/**
 * Reads the catalogue of commands as its caller sees it, over HTTP. What of it becomes a tool is
 * decided elsewhere.
 */
@NullMarked
package dev.baton.agent.catalogue;

import org.jspecify.annotations.NullMarked;
