/** Results as events of a stream. Sending them happens elsewhere. */
@NullMarked
package dev.baton.gateway.core.stream;

import org.jspecify.annotations.NullMarked;
