package dev.baton.core.command;

import java.util.List;

/** What a handoff hands off to. */
public enum Protocol {
  /** A WebSocket. */
  WEBSOCKET("websocket", "wss", "ws"),
  /** Server-sent events. */
  SSE("sse", "https", "http"),
  /** Peer to peer, its signals over a WebSocket. */
  WEBRTC("webrtc", "wss", "ws");

  private final String word;
  private final String scheme;
  private final String loopbackScheme;

  Protocol(String word, String scheme, String loopbackScheme) {
    this.word = word;
    this.scheme = scheme;
    this.loopbackScheme = loopbackScheme;
  }

  /** The protocol on the wire. */
  public String word() {
    return word;
  }

  /** The scheme of its endpoints; on a loopback host it may also be {@link #loopbackScheme}. */
  public String scheme() {
    return scheme;
  }

  /** The scheme that is only for loopback hosts. */
  public String loopbackScheme() {
    return loopbackScheme;
  }

  /** The words of all protocols. */
  public static List<String> words() {
    return List.of(WEBSOCKET.word, SSE.word, WEBRTC.word);
  }
}
