/**
 * What holds for the whole house: purity, boundaries, names, and agreement of template, code,
 * events and README.
 *
 * <p>Nothing here tests behaviour; a rule that fails names the file and what to do.
 */
@NullMarked
package dev.baton.local.architecture;

import org.jspecify.annotations.NullMarked;
