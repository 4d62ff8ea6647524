/**
 * The Lambda that Messenger calls: checks the signature, splits the delivery and answers after the
 * commits. What an item does to a participant is decided elsewhere.
 */
@NullMarked
package dev.baton.survey.webhook;

import org.jspecify.annotations.NullMarked;
