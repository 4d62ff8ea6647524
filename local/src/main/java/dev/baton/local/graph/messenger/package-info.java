/**
 * Messenger itself: what happens when a person writes, when an app sends, and when control of a
 * thread moves, and who is told. It knows neither HTTP nor scripts.
 */
@NullMarked
package dev.baton.local.graph.messenger;

import org.jspecify.annotations.NullMarked;
