/** Our parser against somebody else's reader of our schemas. */
@NullMarked
package dev.baton.core.schema;

import org.jspecify.annotations.NullMarked;
