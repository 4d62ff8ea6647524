@NullMarked
package dev.baton.gateway.core.rpc;

import org.jspecify.annotations.NullMarked;
