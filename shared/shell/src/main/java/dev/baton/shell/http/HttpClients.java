package dev.baton.shell.http;

import dev.baton.shell.rehearsal.Rehearsal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a wiring gets HTTP clients from. In a rehearsal they reach nobody: whatever is called
 * refuses the connection.
 */
public final class HttpClients {
  private HttpClients() {}

  /** Makes the JDK's clients, also later and on other threads. */
  public static Supplier<HttpClient.Builder> ofProcess() {
    return Rehearsal.kept(HttpClients::builder);
  }

  /** A proxy for connections by URL; null when there is none. */
  public static @Nullable Proxy proxy() {
    return Rehearsal.current() == null ? null : new Proxy(Proxy.Type.HTTP, nobody());
  }

  private static HttpClient.Builder builder() {
    HttpClient.Builder builder = HttpClient.newBuilder();
    return Rehearsal.current() == null ? builder : builder.proxy(ProxySelector.of(nobody()));
  }

  /** An address of this machine at which nobody can ever listen. */
  private static InetSocketAddress nobody() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
