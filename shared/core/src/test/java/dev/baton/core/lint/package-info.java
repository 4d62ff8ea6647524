/** Every rule of the lints, each with one fault in a domain that has no other. */
@NullMarked
package dev.baton.core.lint;

import org.jspecify.annotations.NullMarked;
