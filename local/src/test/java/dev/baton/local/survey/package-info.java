/**
 * Surveys through the whole stack, as many participants live through them: real HTTP, real SDK, the
 * deployed template. Only tests live here.
 */
@NullMarked
package dev.baton.local.survey;

import org.jspecify.annotations.NullMarked;
