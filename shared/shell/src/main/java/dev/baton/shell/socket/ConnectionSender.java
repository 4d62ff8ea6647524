package dev.baton.shell.socket;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.time.Pause;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * Talks to connections of one WebSocket API. A connection that is gone is an answer, not a fault.
 * Thread-safe; frames of one connection keep the order of the calls that one caller makes.
 */
public final class ConnectionSender {
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration OPENING = Duration.ofSeconds(2);
  private static final Duration OPENING_PAUSE = Duration.ofMillis(50);

  private final ApiGatewayManagementApiClient client;
  private final Pause pause;
  private final InstantSource clock;

  /** A sender. */
  public ConnectionSender(ApiGatewayManagementApiClient client, Pause pause, InstantSource clock) {
    this.client = client;
    this.pause = pause;
    this.clock = clock;
  }

  /** Sends a frame, at most five times. */
  public Delivery post(String connectionId, JsonObject frame) {
    return post(connectionId, frame.write());
  }

  /** Sends a frame that is text already, at most five times. */
  public Delivery post(String connectionId, String frame) {
    SdkBytes data = SdkBytes.fromUtf8String(frame);
    Duration rest = FIRST_PAUSE;
    for (int attempt = 1; attempt < TRIES; attempt++) {
      Delivery delivery = once(connectionId, data);
      if (delivery != Delivery.FAILED) {
        return delivery;
      }
      pause.forDuration(rest);
      rest = rest.multipliedBy(2);
    }
    return once(connectionId, data);
  }

  /**
   * Sends the first frame of a connection. Until its upgrade is answered API Gateway says that it
   * is gone, so that is believed only two seconds after its session let it in: the upgrade is
   * answered right then.
   *
   * @param since when its session let it in, milliseconds since 1970
   */
  public Delivery postFirst(String connectionId, JsonObject frame, long since) {
    String text = frame.write();
    Delivery delivery = post(connectionId, text);
    while (delivery == Delivery.GONE && clock.millis() < since + OPENING.toMillis()) {
      pause.forDuration(OPENING_PAUSE);
      delivery = post(connectionId, text);
    }
    return delivery;
  }

  /** Whether the connection is there. Whatever goes wrong with asking counts as yes. */
  public boolean isOpen(String connectionId) {
    try {
      client.getConnection(get -> get.connectionId(connectionId));
      return true;
    } catch (GoneException gone) {
      return false;
    } catch (SdkException unknown) {
      return true;
    }
  }

  /** Ends the connection, if it is there. */
  public Delivery delete(String connectionId) {
    try {
      client.deleteConnection(delete -> delete.connectionId(connectionId));
      return Delivery.DELIVERED;
    } catch (GoneException gone) {
      return Delivery.GONE;
    } catch (SdkException fault) {
      return Delivery.FAILED;
    }
  }

  /** Sends the last frame and ends the connection. */
  public void close(String connectionId, JsonObject lastFrame) {
    if (post(connectionId, lastFrame) != Delivery.GONE) {
      delete(connectionId);
    }
  }

  private Delivery once(String connectionId, SdkBytes data) {
    try {
      client.postToConnection(post -> post.connectionId(connectionId).data(data));
      return Delivery.DELIVERED;
    } catch (GoneException gone) {
      return Delivery.GONE;
    } catch (SdkException busy) {
      return Delivery.FAILED;
    }
  }
}
