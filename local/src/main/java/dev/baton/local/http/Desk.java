package dev.baton.local.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * What stands beside the HTTP API on its port for whoever sits at a desk: the pages of {@code web}
 * and the simulator's control API under {@code /simulator}. Neither exists on AWS.
 */
public final class Desk {
  private Desk() {}

  /**
   * Handlers that are asked before the API.
   *
   * @throws IOException when the folder cannot be read
   */
  public static List<Handler> of(Path web, Handler simulator) throws IOException {
    ResourceHandler pages = new ResourceHandler();
    // Jetty warns of every other way to name the folder, and serves nothing behind a link.
    pages.setBaseResource(ResourceFactory.of(pages).newResource(web.toRealPath()));
    pages.setDirAllowed(false);
    pages.setCacheControl("no-store");
    return List.of(new Below("/simulator", simulator), new Fetched(pages));
  }

  /** Hands on what may be a page: Jetty's handler would answer any OPTIONS, preflights included. */
  private static final class Fetched extends Handler.Wrapper {

    Fetched(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      boolean fetched = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      return fetched && super.handle(request, response, callback);
    }
  }

  /** Hands on what is below a path. */
  private static final class Below extends Handler.Wrapper {
    private final String path;

    Below(String path, Handler handler) {
      super(handler);
      this.path = path;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String asked = Request.getPathInContext(request);
      boolean below = asked.equals(path) || asked.startsWith(path + "/");
      return below && super.handle(request, response, callback);
    }
  }
}
