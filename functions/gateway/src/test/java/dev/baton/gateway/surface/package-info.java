/** The surfaces and tools together, on this machine and without AWS. */
@NullMarked
package dev.baton.gateway.surface;

import org.jspecify.annotations.NullMarked;
