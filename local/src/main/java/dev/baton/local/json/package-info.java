/**
 * JSON as the local stack reads and writes it: Jackson trees.
 *
 * <p>Only small helpers over Jackson may live here, nothing about a service.
 */
@NullMarked
package dev.baton.local.json;

import org.jspecify.annotations.NullMarked;
