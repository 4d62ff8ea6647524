/** JSON-RPC 2.0 as three surfaces speak it. HTTP and commands are elsewhere. */
@NullMarked
package dev.baton.gateway.core.rpc;

import org.jspecify.annotations.NullMarked;
