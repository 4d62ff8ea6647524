@NullMarked
package dev.baton.gateway.core.stream;

import org.jspecify.annotations.NullMarked;
