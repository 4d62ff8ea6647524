/**
 * How long a function takes from the start of its process to its first answer, under the runtime
 * client that runs it on Lambda.
 */
@NullMarked
package dev.baton.bench.start;

import org.jspecify.annotations.NullMarked;
