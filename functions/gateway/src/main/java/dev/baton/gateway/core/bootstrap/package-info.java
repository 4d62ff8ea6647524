/**
 * What the tools about commands say, all of it from the catalogue. Nothing is known here that the
 * catalogue does not say.
 */
@NullMarked
package dev.baton.gateway.core.bootstrap;

import org.jspecify.annotations.NullMarked;
