/**
 * People who answer by themselves, so that a thousand of them can take a survey at once. They act
 * only through Messenger.
 */
@NullMarked
package dev.baton.local.graph.participant;

import org.jspecify.annotations.NullMarked;
