@NullMarked
package dev.baton.gateway.core.catalogue;

import org.jspecify.annotations.NullMarked;
