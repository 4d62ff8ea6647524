package dev.baton.local.websocket;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Turns upgrade requests into connections once {@code $connect} admitted them. No extension is
 * negotiated, as API Gateway negotiates none.
 */
final class SocketDoor {
  /** Most frames that may wait for a client that does not read. */
  private static final int WAITING_FRAMES = 1_000;

  private final Sockets sockets;

  private SocketDoor(Sockets sockets) {
    this.sockets = sockets;
  }

  /** The handler for a server, for upgrades at a path. */
  static Handler of(Server server, String path, SocketLimits limits, Sockets sockets) {
    SocketDoor door = new SocketDoor(sockets);
    return WebSocketUpgradeHandler.from(
        server,
        container -> {
          container.setMaxFrameSize(limits.frame());
          container.setMaxTextMessageSize(limits.message());
          container.setMaxBinaryMessageSize(limits.message());
          container.setAutoFragment(false);
          container.setMaxOutgoingFrames(WAITING_FRAMES);
          container.setIdleTimeout(Duration.ZERO);
          container.addMapping(path, door::open);
          container.addMapping(path + "/", door::open);
        });
  }

  private @Nullable Object open(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    Caller caller =
        new Caller(Request.getRemoteAddr(request), request.getHeaders().get(HttpHeader.USER_AGENT));
    Admission admission = new Admission(sockets.nextId(), caller, sockets.now());
    return switch (sockets.admit(admission, call(request))) {
      case Verdict.Admitted admitted -> {
        response.setExtensions(List.of());
        if (admitted.subprotocol() != null) {
          response.setAcceptedSubProtocol(admitted.subprotocol());
        }
        yield new SocketListener(sockets, sockets.admitted(admission));
      }
      case Verdict.Refused refused -> {
        response.setStatus(refused.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] body = refused.body().getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
        yield null;
      }
    };
  }

  private static UpgradeCall call(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      add(headers, field.getName(), field.getValue());
    }
    add(headers, "X-Forwarded-For", Request.getRemoteAddr(request));
    add(headers, "X-Forwarded-Port", Integer.toString(Request.getServerPort(request)));
    add(headers, "X-Forwarded-Proto", "http");
    return new UpgradeCall(headers, query(request.getHttpURI().getQuery()));
  }

  private static Map<String, List<String>> query(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        add(
            parameters,
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      return text;
    }
  }
}
