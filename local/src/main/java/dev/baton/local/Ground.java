package dev.baton.local;

import dev.baton.local.lambda.Functions;
import dev.baton.local.queue.Queues;
import dev.baton.local.template.Template;
import dev.baton.local.time.Timeline;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the parts stand on that start last.
 *
 * @param template what the stack is made of
 * @param functions its functions
 * @param queues its queues
 * @param timeline the time for everything
 * @param state where journals are, or null when nothing outlives the stack
 */
record Ground(
    Template template,
    Functions functions,
    Queues queues,
    Timeline timeline,
    @Nullable Path state) {}
