/**
 * The command afd-detail: everything about some commands. It tells what the catalogue says and
 * nothing else.
 */
@NullMarked
package dev.baton.afd.detail;

import org.jspecify.annotations.NullMarked;
