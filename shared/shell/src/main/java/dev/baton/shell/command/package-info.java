/**
 * The command edge: every check between an HTTP request and a command's own code, in one order for
 * all commands, and the envelope of every answer. What a command does may not enter.
 */
@NullMarked
package dev.baton.shell.command;

import org.jspecify.annotations.NullMarked;
