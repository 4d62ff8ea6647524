/**
 * Every function from its zip under AWS's Lambda runtime interface emulator, which has the code of
 * Lambda's own sandbox.
 *
 * <p>Skipped where there is no Go to build the emulator with.
 */
@NullMarked
package dev.baton.local.emulator;

import org.jspecify.annotations.NullMarked;
