/**
 * What the tools about commands share. They know commands from the catalogue alone, so no command's
 * own code may enter.
 */
@NullMarked
package dev.baton.afd.command;

import org.jspecify.annotations.NullMarked;
