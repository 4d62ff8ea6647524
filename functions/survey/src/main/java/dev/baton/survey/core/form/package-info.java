/**
 * Forms as the machine uses them: compiled once at import, so that nothing of a form is parsed
 * while a participant waits. Parsers of texts and anything about one participant stay outside.
 */
@NullMarked
package dev.baton.survey.core.form;

import org.jspecify.annotations.NullMarked;
