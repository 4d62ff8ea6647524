/**
 * What must be true of all commands together before they are built: names, sentences, shapes and
 * the families of commands that hand off. Single calls are not its matter.
 */
@NullMarked
package dev.baton.core.lint;

import org.jspecify.annotations.NullMarked;
