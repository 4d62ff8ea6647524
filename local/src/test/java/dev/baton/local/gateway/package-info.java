/** The gateway's surfaces and tools, met through the socket of the whole local stack. */
@NullMarked
package dev.baton.local.gateway;

import org.jspecify.annotations.NullMarked;
