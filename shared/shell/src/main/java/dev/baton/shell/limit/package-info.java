/**
 * How often an owner may call: rates as settings write them, and the buckets that all instances
 * share. Which command belongs to which class is decided at the command edge.
 */
@NullMarked
package dev.baton.shell.limit;

import org.jspecify.annotations.NullMarked;
