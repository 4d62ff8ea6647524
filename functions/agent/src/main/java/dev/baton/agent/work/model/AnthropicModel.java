package dev.baton.agent.work.model;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonField;
import com.anthropic.core.JsonValue;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.ToolUnion;
import dev.baton.agent.core.model.ModelFault;
import dev.baton.agent.core.model.ModelRequest;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models behind Anthropic's Messages API, by the official SDK. A call runs on a virtual thread of
 * its own, so that an interrupt closes its socket; nothing is repeated here. Thread-safe. Source:
 * streaming specification, section 7.1.
 */
public final class AnthropicModel {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final AnthropicClient client;

  /**
   * A client that is built once.
   *
   * @param baseUrl where the API is
   * @param apiKey the key
   * @param silence how long nothing may come
   * @param whole how long a call may take
   */
  public AnthropicModel(String baseUrl, String apiKey, Duration silence, Duration whole) {
    this.client =
        AnthropicOkHttpClient.builder()
            .baseUrl(baseUrl)
            .apiKey(apiKey)
            .maxRetries(0)
            .timeout(
                Timeout.builder()
                    .connect(CONNECT)
                    .read(silence)
                    .write(silence)
                    .request(whole)
                    .build())
            .build();
  }

  /** Begins a call. */
  public ModelCall begin(ModelRequest request) {
    MessageCreateParams params = params(request);
    Inbox inbox = new Inbox();
    OpenStream stream = new OpenStream();
    Thread thread =
        Thread.ofVirtual()
            .name("agent-model")
            .unstarted(() -> inbox.end(new ModelNews.Over(run(params, inbox, stream))));
    ModelCall call = new ModelCall(inbox, thread, stream);
    thread.start();
    return call;
  }

  private static MessageCreateParams params(ModelRequest request) {
    MessageCreateParams.Builder params =
        MessageCreateParams.builder()
            .model(request.model())
            .maxTokens(request.maxTokens())
            .messages(AnthropicModel.<List<MessageParam>>field(request.messages()));
    Integer thinking = request.thinking();
    if (thinking != null) {
      params.enabledThinking(thinking.longValue());
    }
    JsonArray system = request.system();
    if (system != null) {
      params.system(AnthropicModel.<MessageCreateParams.System>field(system));
    }
    if (!request.tools().elements().isEmpty()) {
      params.tools(AnthropicModel.<List<ToolUnion>>field(request.tools()));
    }
    return params.build();
  }

  /** The SDK's own classes would have to be filled only to be written again. */
  @SuppressWarnings("unchecked") // a JSON value may stand for a field of any type
  private static <T> JsonField<T> field(Json json) {
    return (JsonField<T>) (JsonField<?>) SdkJson.toSdk(json);
  }

  private @Nullable ModelFault run(MessageCreateParams params, Inbox inbox, OpenStream open) {
    boolean begun = false;
    try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params)) {
      open.opened(stream);
      Iterator<RawMessageStreamEvent> events = stream.stream().iterator();
      while (events.hasNext()) {
        JsonValue value = events.next()._json().orElse(null);
        if (value != null && SdkJson.fromSdk(value) instanceof JsonObject event) {
          begun = true;
          inbox.put(new ModelNews.Event(event), event.write().length());
        }
      }
      return null;
    } catch (InterruptedException abandoned) {
      Thread.currentThread().interrupt();
      return new ModelFault.Broken();
    } catch (RuntimeException thrown) {
      return SdkFaults.of(thrown, begun);
    }
  }
}
