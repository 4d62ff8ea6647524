package dev.baton.agent.schema;

import dev.baton.agent.core.run.RunState;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;
import java.util.stream.Stream;

/** Fields that several agent commands have. Source: streaming specification, section 2. */
public final class AgentFields {
  /** The longest prompt, in characters. */
  public static final int LONGEST_MESSAGE = 100 * 1_024;

  /** The longest body of a command with a prompt, in bytes. */
  public static final int LARGEST_BODY = 256 * 1_024;

  /** Everywhere but among the tools of agents. */
  public static final Exposure EXPOSED = new Exposure(true, false, true, true);

  /** The session of a request. */
  public static final Field SESSION_ID =
      Field.requiredText("sessionId", 128, "Id of the session, as agent-start answered it.");

  /** The run of a request, where it may be left out. */
  public static final Field RUN_ID =
      Field.text("runId", 128, "Id of the run; the one under way, or the latest, if left out.");

  /** The number of an event, in a request; 0 stands before the first. */
  public static final FieldType SEQ = new FieldType.Whole(0, 999_999_999_999L);

  /** The transport of a request. */
  public static final FieldType TRANSPORT =
      new FieldType.Choice(List.of(Protocol.SSE.word(), Protocol.WEBSOCKET.word()));

  /** The caller's own id of a request. */
  public static final Field CLIENT_REQUEST_ID =
      Field.text("clientRequestId", 128, "The caller's own id of the request, which counts once.");

  /** What a run may use up. */
  public static final Field LIMITS =
      Field.optional(
          "limits",
          FieldType.nested(
              Field.optional("turns", new FieldType.Whole(1, 100), "Model calls; usually 20."),
              Field.optional(
                  "outputTokens",
                  new FieldType.Whole(1, 500_000),
                  "Tokens that the model may write; usually 50000."),
              Field.optional(
                  "runTimeMs",
                  new FieldType.Whole(1_000, 21_600_000),
                  "Milliseconds, waits for approval excluded; usually 1800000."),
              Field.optional(
                  "costUsd",
                  new FieldType.Decimal(),
                  "Dollars, more than 0 and at most 20; usually 0.5."),
              Field.optional(
                  "toolOutputBytes",
                  new FieldType.Whole(1_024, 262_144),
                  "Bytes of one tool's output that the model gets; usually 65536.")),
          "What a run may use up.");

  /** The id of a session in an answer. */
  public static final Field ANSWERED_SESSION_ID =
      Field.required("sessionId", HandoffShape.SESSION_ID, "Id of the session.");

  /** The id of a run in an answer. */
  public static final Field ANSWERED_RUN_ID = Field.requiredText("runId", 32, "Id of the run.");

  /** The states of runs. */
  public static final FieldType RUN_STATES =
      new FieldType.Choice(Stream.of(RunState.values()).map(RunState::wireName).toList());

  /** The state of a run in an answer. */
  public static final Field RUN_STATE = Field.required("state", RUN_STATES, "Where the run is.");

  /** The same where there may be no run. */
  public static final Field RUN_STATE_IF_ANY =
      Field.optional("state", RUN_STATES, "Where the run is; absent while there was none.");

  /** What was paid for, in an answer. */
  public static final FieldType USAGE =
      FieldType.nested(
          Field.required("input_tokens", FieldType.count(), "Tokens read outside of the cache."),
          Field.required("output_tokens", FieldType.count(), "Tokens written."),
          Field.required(
              "cache_creation_input_tokens", FieldType.count(), "Tokens written to the cache."),
          Field.required(
              "cache_read_input_tokens", FieldType.count(), "Tokens read from the cache."));

  private AgentFields() {}

  /** A moment of an answer that may be absent. */
  public static Field moment(String name, String description) {
    return Field.optional(name, new FieldType.Timestamp(), description);
  }
}
