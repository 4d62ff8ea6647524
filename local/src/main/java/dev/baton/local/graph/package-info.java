/**
 * A Graph API simulator: a Messenger with pages, people and partner apps in one process, which our
 * app calls like {@code graph.facebook.com} and which calls our webhook. Nothing of Baton's own
 * code may enter, so that it stays an independent opinion of what Meta does.
 */
@NullMarked
package dev.baton.local.graph;

import org.jspecify.annotations.NullMarked;
