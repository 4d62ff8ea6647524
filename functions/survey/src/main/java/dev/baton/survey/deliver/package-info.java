/**
 * The Lambda that performs the open effects of one participant, in order, and commits what came of
 * them. It decides nothing: what a result means is the machine's business.
 */
@NullMarked
package dev.baton.survey.deliver;

import org.jspecify.annotations.NullMarked;
