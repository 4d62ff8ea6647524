/**
 * The command afd-help: which commands there are. It tells what the catalogue says and nothing
 * else.
 */
@NullMarked
package dev.baton.afd.help;

import org.jspecify.annotations.NullMarked;
