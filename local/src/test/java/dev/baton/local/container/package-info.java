/**
 * Functions in containers that SAM CLI starts beside a local stack, as {@code sam local} does at a
 * desk. Skipped where there is no container engine, no SAM CLI or no image of Lambda's java25.
 */
@NullMarked
package dev.baton.local.container;

import org.jspecify.annotations.NullMarked;
