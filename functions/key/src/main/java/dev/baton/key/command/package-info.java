/** What several key commands take and answer. What one of them does may not enter. */
@NullMarked
package dev.baton.key.command;

import org.jspecify.annotations.NullMarked;
