/**
 * One JSON object per log line, with ids and without anybody's words. Only this room writes to
 * Lambda's log.
 */
@NullMarked
package dev.baton.shell.log;

import org.jspecify.annotations.NullMarked;
