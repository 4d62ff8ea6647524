package dev.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.testkit.dynamodb.FailingClient.Moment;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * A function ends at each of its store calls, before it and after it; the caller sends the same
 * request with the same Idempotency-Key again. There is one message, one session.
 */
@ExtendWith(DynamoDbLocal.class)
final class CrashesIT {
  private static final Duration LEASE = Duration.ofSeconds(31);

  private final FailingClient failing;
  private final ChatBench bench;

  CrashesIT(DynamoDbClient client) {
    failing = new FailingClient(client);
    bench = new ChatBench(failing.client(), Map.of("BATON_SESSION_MAX_PER_OWNER", "1"));
    failing.recover();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aMessageThatIsSentAgainIsOneMessage(Moment moment) {
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String room = moment.name().toLowerCase(Locale.ROOT) + call;
      String input = "{\"roomId\":\"" + room + "\",\"text\":\"Hi\"}";

      crashed = crashes("chat-send", room, input, call, moment);
      bench.pass(LEASE);

      assertThat(bench.call("chat-send", room, input, "k").data().text("text")).isEqualTo("Hi");
      Answer poll = bench.call("chat-poll", room, "{\"roomId\":\"" + room + "\"}");
      assertThat(poll.texts()).as("%s call %d", moment, call).containsExactly("Hi");
    }
  }

  /** Every owner may have one session only, so a second would be refused. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void aSessionThatIsAskedForAgainIsOneSession(Moment moment) {
    String input = "{\"roomId\":\"general\"}";
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String owner = moment.name() + call;

      crashed = crashes("chat-connect", owner, input, call, moment);
      bench.pass(LEASE);

      String session = bench.call("chat-connect", owner, input, "k").sessionId();
      assertThat(bench.call("chat-connect", owner, input, "k").sessionId())
          .as("%s call %d", moment, call)
          .isEqualTo(session);
      assertThat(bench.call("chat-connect", owner, input, "other").code())
          .isEqualTo("QUOTA_EXCEEDED");
    }
  }

  /** What the store says in its faults, the table's name among it, no caller hears. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  void noAnswerTellsOfTheInside(Fault fault) {
    for (String command : new String[] {"chat-connect", "chat-send", "chat-poll"}) {
      String input =
          command.equals("chat-send")
              ? "{\"roomId\":\"general\",\"text\":\"Hi\"}"
              : "{\"roomId\":\"general\"}";
      int calls = callsOf(command, fault.name() + command, input);
      for (int call = 1; call <= calls; call++) {
        failing.failAt(call, Moment.BEFORE, fault::make);
        Answer answer = bench.call(command, fault.name() + call, input, "k" + call);
        failing.recover();

        assertThat(answer.text())
            .as("%s at call %d of %s", fault, call, command)
            .doesNotContain("Sessions", "dev.baton", "java.", "software.amazon", "Exception")
            .doesNotContain("#", "DynamoDB", "stack");
      }
    }
  }

  enum Fault {
    SILENT,
    BROKEN,
    BUSY,
    WITHOUT_TABLE,
    BUG;

    RuntimeException make() {
      return switch (this) {
        case SILENT -> SdkClientException.create("Unable to reach dynamodb at Sessions-1");
        case BROKEN -> InternalServerErrorException.builder().message("Sessions-1").build();
        case BUSY -> ProvisionedThroughputExceededException.builder().message("Sessions").build();
        case WITHOUT_TABLE -> ResourceNotFoundException.builder().message("Sessions-1").build();
        case BUG -> new IllegalStateException("java.lang.String in Sessions#1");
      };
    }
  }

  /** How many store calls an undisturbed call makes. */
  private int callsOf(String command, String owner, String input) {
    failing.recover();
    bench.call(command, owner, input, "k");
    return failing.recover();
  }

  /** Whether the call got as far as the store call at which its process ends. */
  private boolean crashes(String command, String owner, String input, int call, Moment moment) {
    failing.crashAt(call, moment);
    try {
      bench.call(command, owner, input, "k");
      return false;
    } catch (FailingClient.Crash crash) {
      return true;
    } finally {
      failing.recover();
    }
  }
}
