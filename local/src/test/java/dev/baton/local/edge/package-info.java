/**
 * A small AWS for tests: services behind the real endpoint, time moved by hand.
 *
 * <p>Tests meet it through the real SDK.
 */
@NullMarked
package dev.baton.local.edge;

import org.jspecify.annotations.NullMarked;
