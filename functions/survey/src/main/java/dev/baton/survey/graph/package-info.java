/**
 * The Graph API as the survey engine uses it: three calls, one at a time, each with a result that
 * says whether it may have happened. It decides nothing about retries and knows no participant.
 */
@NullMarked
package dev.baton.survey.graph;

import org.jspecify.annotations.NullMarked;
