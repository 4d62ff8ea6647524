@NullMarked
package dev.baton.gateway.core.pipeline;

import org.jspecify.annotations.NullMarked;
