/**
 * The catalogue of all commands and the views that callers get of it. No command may be called from
 * here, and no view may know more than the catalogue.
 */
@NullMarked
package dev.baton.gateway.core.catalogue;

import org.jspecify.annotations.NullMarked;
