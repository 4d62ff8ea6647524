/**
 * The other apps of the page, to which our app hands threads, and how well or badly they give them
 * back. They act only through Messenger, as real ones do.
 */
@NullMarked
package dev.baton.local.graph.partner;

import org.jspecify.annotations.NullMarked;
