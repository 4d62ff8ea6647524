/**
 * Functions in processes of their own, under AWS's own runtime parts: the processes themselves, the
 * stack with them, and each zip that is deployed.
 */
@NullMarked
package dev.baton.local.isolation;

import org.jspecify.annotations.NullMarked;
