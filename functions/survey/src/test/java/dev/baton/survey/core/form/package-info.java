/** Tests of compiled forms, and what other tests need to write forms. */
@NullMarked
package dev.baton.survey.core.form;

import org.jspecify.annotations.NullMarked;
