/**
 * The Graph API as an app calls it: paths, tokens, parameters, answers, and the faults that were
 * ordered for them. What a call does is done by Messenger.
 */
@NullMarked
package dev.baton.local.graph.api;

import org.jspecify.annotations.NullMarked;
