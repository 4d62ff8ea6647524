/** Tests of the participant's machine, alone and in a small world without network. */
@NullMarked
package dev.baton.survey.core.machine;

import org.jspecify.annotations.NullMarked;
