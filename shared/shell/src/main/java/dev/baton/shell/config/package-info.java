/**
 * Configuration from the environment, read once when a function starts. The only room that looks at
 * environment variables or system properties.
 */
@NullMarked
package dev.baton.shell.config;

import org.jspecify.annotations.NullMarked;
