/**
 * Small questions about names and texts that several domains ask. No parsing of anybody's format
 * may enter.
 */
@NullMarked
package dev.baton.core.text;

import org.jspecify.annotations.NullMarked;
