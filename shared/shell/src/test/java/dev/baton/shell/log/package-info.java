/** Tests of log lines. */
@NullMarked
package dev.baton.shell.log;

import org.jspecify.annotations.NullMarked;
