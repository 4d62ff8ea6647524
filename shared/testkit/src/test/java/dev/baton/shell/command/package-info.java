/**
 * The command edge over a real store. These tests stand here because the database of tests does; a
 * test that needs none stands beside the edge.
 */
@NullMarked
package dev.baton.shell.command;

import org.jspecify.annotations.NullMarked;
