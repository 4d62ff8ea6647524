package dev.baton.gateway.call;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.call.RunningTools;
import dev.baton.shell.json.JsonReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Calls commands as their callers would: over HTTPS, with the caller's own credential, so that
 * every check happens once, in the command. Every outcome is a result, silence included. Source:
 * command specification, section 3.1. Thread-safe.
 */
public final class CommandCaller {
  private static final int DEEPEST_ANSWER = 100;
  private static final String KEY = "[!-~]([ -~]{0,126}[!-~])?";

  private final HttpClient client;
  private final CallTimes times;
  private final InstantSource clock;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_ANSWER);

  /** A caller with that client and those times. */
  public CommandCaller(HttpClient client, CallTimes times, InstantSource clock) {
    this.client = client;
    this.times = times;
    this.clock = clock;
  }

  /** When a request that began then has to be answered, in milliseconds since 1970. */
  public long deadline(long begun) {
    return begun + times.budget().toMillis();
  }

  /** Calls one command. */
  public Called call(Errand errand, CommandCall call) {
    long begun = clock.millis();
    String key = call.idempotencyKey();
    if (key != null && !key.matches(KEY)) {
      return refused(ApiAnswers.malformedKey(), call, begun);
    }
    Duration time = timeFor(errand, call);
    if (time.isZero() || time.isNegative()) {
      return refused(ApiAnswers.timeout(call.command()), call, begun);
    }
    try {
      return read(client.send(request(errand, call, time), bodies()), call, begun);
    } catch (HttpTimeoutException late) {
      return refused(ApiAnswers.timeout(call.command()), call, begun);
    } catch (ConnectException nobody) {
      return refused(ApiAnswers.unavailable(), call, begun);
    } catch (IOException silence) {
      return refused(ApiAnswers.timeout(call.command()), call, begun);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return refused(ApiAnswers.timeout(call.command()), call, begun);
    }
  }

  /** A tool that calls others has their time and a little more, to say what became of them. */
  private Duration timeFor(Errand errand, CommandCall call) {
    Duration left = Duration.ofMillis(errand.deadline() - clock.millis());
    if (RunningTools.NAMES.contains(call.command())) {
      return left.plus(CallTimes.MARGIN);
    }
    return left.compareTo(times.command()) < 0 ? left : times.command();
  }

  private static HttpRequest request(Errand errand, CommandCall call, Duration time) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(errand.domain(), call.command()))
            .timeout(time)
            .header("Authorization", errand.authorization())
            .header("Content-Type", "application/json")
            .header("X-Trace-Id", call.traceId())
            .header(Errand.SURFACE_HEADER, errand.surface().name().toLowerCase(Locale.ROOT))
            .POST(HttpRequest.BodyPublishers.ofString(call.input().write()));
    String key = call.idempotencyKey();
    return key == null ? request.build() : request.header("Idempotency-Key", key).build();
  }

  /** As the request itself came: without TLS only on this machine. */
  private static URI address(String domain, String command) {
    boolean loopback = domain.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    return URI.create((loopback ? "http://" : "https://") + domain + "/commands/" + command);
  }

  private Called read(HttpResponse<byte[]> response, CommandCall call, long begun) {
    Json body = reader.read(response.body()).orNull();
    return body instanceof JsonObject object && Envelope.isOne(object)
        ? new Called(response.statusCode(), new Envelope(object))
        : refused(ApiAnswers.of(response.statusCode(), call.command()), call, begun);
  }

  private Called refused(Refused refusal, CommandCall call, long begun) {
    return new Called(refusal.status(), envelope(refusal, call.traceId(), begun));
  }

  /** The envelope of what the gateway refuses in a command's place. */
  public Envelope envelope(Refused refusal, String traceId, long begun) {
    long now = clock.millis();
    return Envelope.of(refusal, new ResultMetadata(Math.max(0, now - begun), null, traceId, now));
  }

  private static HttpResponse.BodyHandler<byte[]> bodies() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }
}
