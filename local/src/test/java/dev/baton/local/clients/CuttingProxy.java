package dev.baton.local.clients;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Connections to somewhere else on this machine, which can be cut in the middle. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile int connections;

  CuttingProxy() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** Its address, without a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** Connects whoever comes from now on to that address. */
  void leadTo(String address) {
    target = URI.create(address).getPort();
  }

  /** Resets all connections. */
  void cut() {
    open.forEach(CuttingProxy::reset);
  }

  /** How many connections there have been. */
  int connections() {
    return connections;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        copy(client, server);
        copy(server, client);
        connections++;
      } catch (IOException gone) {
        // A client finds out by itself.
      }
    }
  }

  private void copy(Socket from, Socket to) {
    open.add(from);
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to) {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException cut) {
            // As asked for, or the client has gone.
          } finally {
            open.remove(from);
          }
        });
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // It is as gone as it should be.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
