package dev.baton.local.graph.http;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's view of a function from call to answer. */
final class AnswerHandler extends Handler.Abstract {

  private final Function<HttpCall, HttpAnswer> answers;

  AnswerHandler(Function<HttpCall, HttpAnswer> answers) {
    super(InvocationType.BLOCKING);
    this.answers = answers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    switch (answers.apply(read(request))) {
      case HttpAnswer.Reply reply -> write(reply, response, callback);
      case HttpAnswer.Cut cut -> {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.succeeded();
        cut.afterwards().run();
      }
    }
    return true;
  }

  private static void write(HttpAnswer.Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(
        true,
        ByteBuffer.wrap(reply.body()),
        Callback.from(
            callback,
            () -> {
              // On a thread of its own: the one that wrote may be a selector.
              Thread.startVirtualThread(reply.afterwards());
            }));
  }

  private static HttpCall read(Request request) throws Exception {
    Map<String, String> query = new HashMap<>();
    Request.extractQueryParameters(request)
        .forEach(field -> query.put(field.getName(), field.getValue()));
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
    ByteBuffer body = Content.Source.asByteBuffer(request);
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return new HttpCall(
        request.getMethod(), decodedPath(request), Map.copyOf(query), Map.copyOf(headers), bytes);
  }

  private static String decodedPath(Request request) {
    String path = request.getHttpURI().getDecodedPath();
    return path == null ? "/" : path;
  }
}
