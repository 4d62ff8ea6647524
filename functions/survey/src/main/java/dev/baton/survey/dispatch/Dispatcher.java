package dev.baton.survey.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.LambdaInvoker;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.shell.log.Log;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.store.WakeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts the deliveries of one batch, side by side, and names the first record whose delivery could
 * not be started.
 */
final class Dispatcher {
  private static final int LARGEST_ITEM = 100 * 1024;

  private final LambdaInvoker deliver;
  private final Log log;

  Dispatcher(LambdaInvoker deliver, Log log) {
    this.deliver = deliver;
    this.log = log;
  }

  static Dispatcher of(SurveyWiring wiring) {
    return new Dispatcher(wiring.deliverFunction(), wiring.log());
  }

  /**
   * The batch's answer: the sequence number from which the stream goes on, if not behind its end.
   */
  JsonObject dispatch(StreamBatch batch) {
    List<JsonObject> records = batch.records();
    List<Future<Boolean>> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      records.forEach(one -> starts.add(threads.submit(() -> isStarted(one))));
    }
    for (int index = 0; index < starts.size(); index++) {
      if (!result(starts.get(index))) {
        return StreamBatch.answer(records.get(index));
      }
    }
    return StreamBatch.answer(null);
  }

  private boolean isStarted(JsonObject one) {
    WakeRecord wake = WakeRecord.of(one);
    if (wake == null) {
      return true;
    }
    try {
      deliver.start(event(wake));
      return true;
    } catch (RuntimeException fault) {
      Map<String, String> who =
          Map.of("page_id", wake.key().pageId(), "user_id", wake.key().userId());
      log.error("dispatch_failed", who, fault);
      return false;
    }
  }

  private static JsonObject event(WakeRecord wake) {
    String body = wake.body();
    boolean fits = body != null && body.getBytes(UTF_8).length <= LARGEST_ITEM;
    return JsonObject.builder()
        .put("page_id", wake.key().pageId())
        .put("user_id", wake.key().userId())
        .putIfPresent("item", fits ? body : null)
        .putIfPresent("bulk", wake.bulk() ? JsonBoolean.TRUE : null)
        .build();
  }

  private static boolean result(Future<Boolean> start) {
    try {
      return start.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A stream record could not be read.", fault);
    }
  }
}
