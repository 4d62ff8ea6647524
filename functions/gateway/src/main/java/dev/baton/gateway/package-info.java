/** The gateway: who may come in. What commands do may not enter. */
@NullMarked
package dev.baton.gateway;

import org.jspecify.annotations.NullMarked;
