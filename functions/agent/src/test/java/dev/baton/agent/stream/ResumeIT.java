package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Streaming specification, section 12, rows 1 and 2. */
@ExtendWith(DynamoDbLocal.class)
class ResumeIT {
  private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)$");

  private final Stage stage;
  private int port;

  ResumeIT(DynamoDbClient client) {
    stage = new Stage(client);
  }

  @BeforeEach
  void start() throws IOException {
    port = stage.server().port();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private String target(Run run) {
    return "/api/agent/stream?session_id=" + run.sessionId() + "&run_id=" + run.id();
  }

  private static String framed(List<LoggedEvent> events) {
    return events.stream()
        .map(event ->
            "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(event.seq(), event.type().wireName(), event.text()))
        .collect(Collectors.joining());
  }

  @Test
  void aStreamIsTheLogOfItsRun() throws IOException {
    stage.recorded(stage.session(), 2);
    Run run = stage.recorded(stage.session(), 20);
    List<LoggedEvent> log = stage.log.ofRun(run.sessionId(), run.id(), 1);

    try (RawStream stream = RawStream.get(port, target(run), stage.bearer())) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.block()).isEqualTo("retry: 1000\nid: 0\n: baton\n\n");
      assertThat(stream.rest()).isEqualTo(framed(log));
      assertThat(log).hasSize(24);
    }
  }

  @Test
  void whoComesBackAtAnyEventMissesNothingAndSeesNothingTwice() throws IOException {
    String session = stage.session();
    stage.recorded(session, 3);
    Run run = stage.recorded(session, 20);
    List<LoggedEvent> log = stage.log.ofRun(session, run.id(), run.terms().firstSeq());

    for (int known = 0; known < log.size() - 1; known++) {
      String id = "Last-Event-ID: " + log.get(known).seq();
      try (RawStream stream = RawStream.get(port, target(run), stage.bearer(), id)) {
        assertThat(stream.block()).contains("id: " + log.get(known).seq() + "\n");
        assertThat(stream.rest()).isEqualTo(framed(log.subList(known + 1, log.size())));
      }
    }
    String last = "Last-Event-ID: " + log.getLast().seq();
    try (RawStream stream = RawStream.get(port, target(run), stage.bearer(), last)) {
      assertThat(stream.status()).isEqualTo(204);
    }
  }

  @Test
  void whoIsCutAtAnyByteResumesExactly() throws IOException {
    Run run = stage.recorded(stage.session(), 2);
    String whole = framed(stage.log.ofRun(run.sessionId(), run.id(), 1));
    String head = "retry: 1000\nid: 0\n: baton\n\n";
    int length = (head + whole).getBytes(UTF_8).length;

    for (int cut = 0; cut < length; cut++) {
      String before;
      try (RawStream stream = RawStream.get(port, target(run), stage.bearer())) {
        before = stream.bytes(cut);
      }
      String known = dispatched(before);
      String[] resumed =
          known.isEmpty()
              ? new String[] {stage.bearer()}
              : new String[] {stage.bearer(), "Last-Event-ID: " + lastId(known)};
      try (RawStream stream = RawStream.get(port, target(run), resumed)) {
        stream.block();
        String events = known.replace(head, "") + stream.rest();
        assertThat(events).as("cut at %s", cut).isEqualTo(whole);
      }
    }
  }

  // A client acts on blocks that have ended, and forgets the rest.
  private static String dispatched(String bytes) {
    int end = bytes.lastIndexOf("\n\n");
    String blocks = end < 0 ? "" : bytes.substring(0, end + 2);
    return new String(blocks.getBytes(ISO_8859_1), UTF_8);
  }

  private static String lastId(String blocks) {
    Matcher ids = ID.matcher(blocks);
    String last = "";
    while (ids.find()) {
      last = ids.group(1);
    }
    return last;
  }

  @Test
  void allViewersOfALiveRunSeeTheSameBytes() throws IOException {
    Run run = stage.begin(stage.session());
    try (RawStream early = RawStream.get(port, target(run), stage.bearer())) {
      early.block();
      stage.tokens(run, 30);
      RawStream late = RawStream.get(port, target(run), stage.bearer());
      RawStream restarted = RawStream.get(stage.server().port(), target(run), stage.bearer());
      stage.tokens(run, 30);
      stage.append(run, TurnEvents.turnFinished(1, "msg_1", "end_turn", Usage.NONE));
      stage.end(run, new RunEnding.Done("end_turn"));

      String whole = framed(stage.log.ofRun(run.sessionId(), run.id(), 1));
      late.block();
      restarted.block();
      assertThat(early.rest()).isEqualTo(whole);
      assertThat(late.rest()).isEqualTo(whole);
      assertThat(restarted.rest()).isEqualTo(whole);
    }
  }
}
