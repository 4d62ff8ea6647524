/**
 * Templates as data.
 *
 * <p>Nothing is started.
 */
@NullMarked
package dev.baton.local.template;

import org.jspecify.annotations.NullMarked;
