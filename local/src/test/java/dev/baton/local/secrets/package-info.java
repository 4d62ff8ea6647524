/**
 * Secrets Manager as the SDK meets it.
 *
 * <p>Nothing is written.
 */
@NullMarked
package dev.baton.local.secrets;

import org.jspecify.annotations.NullMarked;
