package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event source mapping from a table's stream to a function.
 *
 * @param functionName the function that is called, its alias behind a colon if that is called
 * @param tableName the table whose stream is read
 * @param fromStart whether a new mapping begins with the oldest record instead of the newest
 * @param batchSize most records of one call
 * @param batchingWindow how long a batch that is not full waits for more
 * @param filters patterns of which one must match; empty lets everything through
 * @param reportsItemFailures whether the answer names the failed records
 * @param bisects whether a failed batch is halved
 * @param maximumRetryAttempts retries before records are given up; -1 for as long as they live
 * @param maximumRecordAge older records are given up, or null for never
 * @param parallelization batches of one shard at a time; records of one key stay in order
 * @param onFailureQueueArn queue that gets a record of what was given up, or null
 */
public record StreamMapping(
    String functionName,
    String tableName,
    boolean fromStart,
    int batchSize,
    Duration batchingWindow,
    List<JsonNode> filters,
    boolean reportsItemFailures,
    boolean bisects,
    int maximumRetryAttempts,
    @Nullable Duration maximumRecordAge,
    int parallelization,
    @Nullable String onFailureQueueArn) {}
