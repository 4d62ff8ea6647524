/** The surface that calls one command by a JSON-RPC request. No command's own code may enter. */
@NullMarked
package dev.baton.gateway.rpc;

import org.jspecify.annotations.NullMarked;
