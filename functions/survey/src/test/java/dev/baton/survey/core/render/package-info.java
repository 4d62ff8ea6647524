/** Tests of what goes to the Graph API. */
@NullMarked
package dev.baton.survey.core.render;

import org.jspecify.annotations.NullMarked;
