@NullMarked
package dev.baton.gateway.core.batch;

import org.jspecify.annotations.NullMarked;
