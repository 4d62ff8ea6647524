/**
 * What a worker does beside its work: it keeps its lease and hears of a cancellation. Nothing of
 * models, tools or logs may enter.
 */
@NullMarked
package dev.baton.agent.work.watch;

import org.jspecify.annotations.NullMarked;
