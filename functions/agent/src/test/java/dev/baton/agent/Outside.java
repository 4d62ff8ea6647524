package dev.baton.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;

/** What is around the commands: who is started, which timers are set, which commands there are. */
final class Outside implements AutoCloseable {
  private static final String CATALOGUE =
      """
      {"commands":[
      {"name":"chat-poll","category":"chat","tags":["agent-friendly"],"mutation":false,"expose":{"agent":true}},
      {"name":"chat-send","category":"chat","tags":["chat"],"mutation":true,"expose":{"agent":true}},
      {"name":"chat-connect","category":"chat","tags":["chat"],"mutation":true,"handoff":true,"expose":{"agent":true}},
      {"name":"agent-poll","category":"agent","tags":["agent-friendly"],"mutation":false,"expose":{"agent":true}},
      {"name":"key-list","category":"key","tags":["agent-friendly"],"mutation":false,"expose":{"agent":true}},
      {"name":"survey-hidden","category":"survey","tags":["agent-friendly"],"mutation":false,"expose":{"agent":false}},
      {"name":"survey-list","category":"survey","tags":["agent-friendly"],"mutation":false,"expose":{"agent":true}}]}\
      """;

  final List<String> started = new CopyOnWriteArrayList<>();
  final List<String> timers = new CopyOnWriteArrayList<>();
  private final HttpServer api;
  private volatile boolean down;

  Outside() {
    try {
      api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    api.createContext(
        "/commands",
        exchange -> {
          byte[] body = CATALOGUE.getBytes(UTF_8);
          exchange.sendResponseHeaders(down ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    api.start();
  }

  /** From now on the catalogue cannot be read. */
  void breakDown() {
    down = true;
  }

  String domain() {
    return "127.0.0.1:" + api.getAddress().getPort();
  }

  LambdaClient lambda() {
    return new LambdaClient() {
      @Override
      public InvokeResponse invoke(InvokeRequest request) {
        started.add(request.payload().asUtf8String());
        return InvokeResponse.builder().statusCode(202).build();
      }

      @Override
      public String serviceName() {
        return "lambda";
      }

      @Override
      public void close() {}
    };
  }

  SchedulerClient scheduler() {
    return new SchedulerClient() {
      @Override
      public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
        timers.add(request.name() + " " + request.scheduleExpression());
        return CreateScheduleResponse.builder().build();
      }

      @Override
      public String serviceName() {
        return "scheduler";
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    api.stop(0);
  }
}
