package dev.baton.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record of a stream.
 *
 * @param sequenceNumber its place in the shard
 * @param key the item's key as text; records of one key stay in order
 * @param createdAt when the item was written, to the second
 * @param event the record as functions get it
 */
record StreamRecord(String sequenceNumber, String key, Instant createdAt, ObjectNode event) {}
