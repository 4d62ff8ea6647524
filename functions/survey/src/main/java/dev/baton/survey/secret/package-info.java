/** What the engine and Messenger know of each other. Nothing of it may reach a log. */
@NullMarked
package dev.baton.survey.secret;

import org.jspecify.annotations.NullMarked;
