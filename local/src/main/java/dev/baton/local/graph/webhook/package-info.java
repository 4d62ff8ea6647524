/**
 * How Messenger tells an app what happened: items, the bodies they travel in, their signature,
 * their order and their redelivery. What happened is decided elsewhere.
 */
@NullMarked
package dev.baton.local.graph.webhook;

import org.jspecify.annotations.NullMarked;
