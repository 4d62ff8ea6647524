package dev.baton.local.adapter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.TemplateException;
import dev.baton.shell.server.RunningServer;
import dev.baton.shell.server.ServerFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;

/**
 * A function that is an HTTP server, running in this JVM on a port of its own. Where AWS has an
 * environment for each request under way, here one server has them all.
 */
public final class ServerInstance implements RequestStreamHandler, AutoCloseable {
  private static final byte[] END_OF_PRELUDE = new byte[8];

  private final FunctionDefinition definition;
  private final RunningServer server;

  private ServerInstance(FunctionDefinition definition, RunningServer server) {
    this.definition = definition;
    this.server = server;
  }

  /**
   * Makes the server as {@code ServerMain} does and starts it.
   *
   * @throws TemplateException when there is no such class or it does not start
   */
  public static ServerInstance start(FunctionDefinition definition) {
    String where = "Server " + definition.server() + " of " + definition.logicalId();
    try {
      ServerFunction function =
          Class.forName(definition.server())
              .asSubclass(ServerFunction.class)
              .getConstructor()
              .newInstance();
      return new ServerInstance(definition, function.start(0));
    } catch (ClassNotFoundException e) {
      throw new TemplateException(where + " does not exist; is its module built?");
    } catch (ReflectiveOperationException | ClassCastException | IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      TemplateException finding = new TemplateException(where + " cannot be started: " + cause);
      finding.initCause(cause);
      throw finding;
    }
  }

  /** What the template says of the function. */
  public FunctionDefinition definition() {
    return definition;
  }

  /** Prepares a call; nothing is sent yet. */
  public InnerExchange exchange(JsonNode event) {
    Invocation invocation = new Invocation(event, UUID.randomUUID().toString(), Instant.now());
    return exchange(invocation);
  }

  private InnerExchange exchange(Invocation invocation) {
    return new InnerExchange(server.port(), InnerRequest.of(definition, invocation));
  }

  /**
   * What {@code Invoke} answers for a function that streams: status, headers and cookies as JSON,
   * eight zero bytes, the body.
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Jsons.parse(input.readAllBytes());
    Invocation invocation =
        new Invocation(
            event == null ? Jsons.object() : event, context.getAwsRequestId(), Instant.now());
    try (InnerExchange exchange = exchange(invocation)) {
      InnerExchange.Reply reply = exchange.send();
      output.write(Jsons.bytes(prelude(reply.head())));
      output.write(END_OF_PRELUDE);
      reply.body().transferTo(output);
    }
  }

  private static ObjectNode prelude(InnerHead head) {
    ObjectNode prelude = Jsons.object().put("statusCode", head.status());
    ObjectNode headers = prelude.putObject("headers");
    ArrayNode cookies = prelude.putArray("cookies");
    head.headers()
        .forEach(header -> {
          if (header.getKey().equals("set-cookie")) {
            cookies.add(header.getValue());
          } else {
            headers.put(header.getKey(), header.getValue());
          }
        });
    headers.remove("transfer-encoding");
    return prelude;
  }

  /** Drains the server. */
  @Override
  public void close() {
    server.close();
  }
}
