/** The surface that says that Baton answers. Nothing that could be down may enter. */
@NullMarked
package dev.baton.gateway.health;

import org.jspecify.annotations.NullMarked;
