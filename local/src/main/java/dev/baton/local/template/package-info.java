/**
 * template.yaml as data: parsed, intrinsics resolved, every resource that the local stack emulates
 * in a record of its own.
 *
 * <p>Nothing is started here.
 */
@NullMarked
package dev.baton.local.template;

import org.jspecify.annotations.NullMarked;
