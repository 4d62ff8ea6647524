package dev.baton.local.edge;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoint that {@code aws.endpointUrl} points at: one port for all services. The service of a
 * request is read from the scope of its SigV4 signature; the signature itself is not checked.
 * DynamoDB requests go to DynamoDB Local's own handler.
 */
public final class AwsEdge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AwsEdge.class);
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/\\d{8}/[^/]+/([a-z0-9-]+)/aws4_request");
  // The SDK's setting for the name of an application.
  private static final Pattern APPLICATION = Pattern.compile("(?:^| )app/(\\w+)");
  // A push to a room opens many connections at once; one that overflows waits a second.
  private static final int MOST_WAITING = 1_024;
  private static final int LARGEST_BODY = 32 * 1024 * 1024;

  private final Map<String, AwsService> services = new ConcurrentHashMap<>();
  private final Router router;
  private final Server server;
  private final ServerConnector connector;

  /**
   * An edge that listens as soon as it is started; at first it has DynamoDB only.
   *
   * @param host address of this machine to listen at, which is also the one in {@link #url}
   * @param port 0 for a free one
   */
  public AwsEdge(Handler.Abstract dynamo, String host, int port) {
    server = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(MOST_WAITING);
    server.addConnector(connector);
    router = new Router(services, dynamo);
    server.setHandler(router);
  }

  /**
   * Begins to listen.
   *
   * @throws Exception what Jetty reports
   */
  public void start() throws Exception {
    server.start();
  }

  /**
   * Adds a service.
   *
   * @param name name in the scope of signatures, such as {@code sqs}
   */
  public void serve(String name, AwsService service) {
    services.put(name, service);
  }

  /** Has every call of a caller that a guard knows pass it first. */
  public void guard(AwsGuard guard) {
    router.guard = guard;
  }

  /** The endpoint, without a slash at its end. Valid after the start. */
  public String url() {
    return "http://" + connector.getHost() + ":" + connector.getLocalPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  /** Finds the service of a request. */
  private static final class Router extends Handler.Sequence {
    private final Map<String, AwsService> services;
    private final Handler.Abstract dynamo;
    private volatile @Nullable AwsGuard guard;

    Router(Map<String, AwsService> services, Handler.Abstract dynamo) {
      super(List.of(dynamo));
      this.services = services;
      this.dynamo = dynamo;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String service = service(request);
      if (service.equals("dynamodb")) {
        return dynamo(request, response, callback);
      }
      return write(answer(service, request), response, callback);
    }

    private boolean dynamo(Request request, Response response, Callback callback) throws Exception {
      AwsGuard asked = guard;
      String caller = caller(request);
      if (asked == null || !asked.knows(caller)) {
        return dynamo.handle(request, response, callback);
      }
      AwsCall call = call(request);
      try {
        asked.check(caller, "dynamodb", call);
      } catch (AwsFault refusal) {
        return write(AwsReply.of(refusal), response, callback);
      }
      return dynamo.handle(new ReadRequest(request, call.body()), response, callback);
    }

    private static boolean write(AwsReply reply, Response response, Callback callback) {
      response.setStatus(reply.status());
      response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      reply.headers().forEach(response.getHeaders()::put);
      response.write(true, ByteBuffer.wrap(reply.body()), callback);
      return true;
    }

    private AwsReply answer(String service, Request request) {
      try {
        AwsService target = services.get(service);
        if (target == null) {
          throw new AwsFault(
              400,
              "UnknownOperationException",
              "The local stack does not emulate the AWS service '%s' (%s %s)."
                  .formatted(service, request.getMethod(), request.getHttpURI().getPath()));
        }
        AwsCall call = call(request);
        AwsGuard asked = guard;
        String caller = caller(request);
        if (asked != null && asked.knows(caller)) {
          asked.check(caller, service, call);
        }
        return target.answer(call);
      } catch (AwsFault refusal) {
        return AwsReply.of(refusal);
      } catch (Exception fault) {
        LOG.error("The local emulation of {} failed", service, fault);
        return AwsReply.of(
            new AwsFault(
                500, "InternalServerException", "Local emulation of " + service + ": " + fault));
      }
    }
  }

  private static String service(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
    return scope.find() ? scope.group(1) : "";
  }

  private static String caller(Request request) {
    String agent = request.getHeaders().get(HttpHeader.USER_AGENT);
    Matcher application = APPLICATION.matcher(agent == null ? "" : agent);
    return application.find() ? application.group(1) : "";
  }

  private static AwsCall call(Request request) throws IOException {
    byte[] body = Content.Source.asInputStream(request).readNBytes(LARGEST_BODY);
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getLowerCaseName(), field.getValue());
    }
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.putIfAbsent(field.getName(), field.getValue());
    }
    List<String> path =
        Stream.of(request.getHttpURI().getPath().split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    return new AwsCall(request.getMethod(), path, query, headers, body);
  }
}
