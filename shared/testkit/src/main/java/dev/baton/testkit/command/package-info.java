/**
 * What tests of every domain ask of every answer of a command, whatever else they look at. What one
 * command does may not enter.
 */
@NullMarked
package dev.baton.testkit.command;

import org.jspecify.annotations.NullMarked;
