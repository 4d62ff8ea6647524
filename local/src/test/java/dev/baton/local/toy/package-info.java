/**
 * Small functions and a template for them, on which the local stack is tested.
 *
 * <p>They use the real AWS SDK, as Baton's own functions do.
 */
@NullMarked
package dev.baton.local.toy;

import org.jspecify.annotations.NullMarked;
