/**
 * What the gateway's surfaces share: who may call what, and how it is called. Nothing that only one
 * surface says may enter.
 */
@NullMarked
package dev.baton.gateway.surface;

import org.jspecify.annotations.NullMarked;
