package dev.baton.survey.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A client in front of a client: it keeps the requests, and dies before or after one of them as a
 * killed process does, with an error that nothing catches.
 */
final class WatchedDatabase {
  private final DynamoDbClient real;
  private final List<DynamoDbRequest> requests = new CopyOnWriteArrayList<>();
  private final Queue<Map<String, AttributeValue>> wakes = new ConcurrentLinkedQueue<>();
  private volatile Consumer<DynamoDbRequest> failing = request -> {};
  private Consumer<Moment> watcher = moment -> {};

  WatchedDatabase(DynamoDbClient real) {
    this.real = real;
  }

  /** A moment around a request: number of the write, from 1, and whether it is done. */
  record Moment(int write, boolean done) {}

  /** The end of a process. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** The watched client. */
  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> call(proxy, method, arguments));
  }

  /** Dies at that moment of the writes from now on. */
  void dieAt(@Nullable Moment moment) {
    requests.clear();
    watcher =
        now -> {
          if (now.equals(moment)) {
            throw new Killed();
          }
        };
  }

  /** From now on reads of that partition fail; null stops it. */
  void failAt(@Nullable String partition, @Nullable RuntimeException fault) {
    failing = partition == null || fault == null ? request -> {} : new Failing(partition, fault);
  }

  /** The next read of that partition fails. */
  void failOnce(String partition, RuntimeException fault) {
    Failing failing = new Failing(partition, fault);
    this.failing =
        request -> {
          if (failing.concerns(request)) {
            failAt(null, null);
            throw fault;
          }
        };
  }

  private record Failing(String partition, RuntimeException fault)
      implements Consumer<DynamoDbRequest> {
    boolean concerns(DynamoDbRequest request) {
      return request instanceof GetItemRequest get
          && get.key().containsValue(AttributeValue.fromS(partition));
    }

    @Override
    public void accept(DynamoDbRequest request) {
      if (concerns(request)) {
        throw fault;
      }
    }
  }

  /** Requests since the last call of {@link #dieAt} or {@link #forget}. */
  List<DynamoDbRequest> requests() {
    return requests;
  }

  void forget() {
    requests.clear();
  }

  /** Participant items that were written so that a delivery starts, oldest first. */
  Queue<Map<String, AttributeValue>> wakes() {
    return wakes;
  }

  int writes() {
    return Math.toIntExact(requests.stream().filter(WatchedDatabase::isWrite).count());
  }

  /** Reads of the participant item. */
  long participantReads() {
    return reads("state");
  }

  /** Reads of the page. */
  long pageReads() {
    return reads("page");
  }

  private long reads(String sortKey) {
    return requests.stream()
        .filter(request -> request instanceof GetItemRequest get && has(get.key(), sortKey))
        .count();
  }

  /** Writes of the participant item, in transactions or alone. */
  long participantWrites() {
    return requests.stream().filter(WatchedDatabase::writesState).count();
  }

  private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean request = arguments != null && arguments[0] instanceof DynamoDbRequest;
    if (!request) {
      return method.isDefault() && arguments != null && arguments.length == 1
          ? InvocationHandler.invokeDefault(proxy, method, arguments)
          : invoke(method, arguments);
    }
    DynamoDbRequest sent = (DynamoDbRequest) arguments[0];
    requests.add(sent);
    failing.accept(sent);
    int number = isWrite(sent) ? writes() : 0;
    watcher.accept(new Moment(number, false));
    Object answer = invoke(method, arguments);
    stream(sent);
    watcher.accept(new Moment(number, true));
    return answer;
  }

  // What the table's stream would show of the write to a function that waits for it.
  private void stream(DynamoDbRequest request) {
    states(request).filter(item -> item.containsKey("wake")).forEach(wakes::add);
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException fault) {
      throw fault.getCause();
    }
  }

  private static boolean isWrite(DynamoDbRequest request) {
    return request instanceof PutItemRequest
        || request instanceof UpdateItemRequest
        || request instanceof TransactWriteItemsRequest;
  }

  private static boolean writesState(DynamoDbRequest request) {
    return states(request).findAny().isPresent();
  }

  private static Stream<Map<String, AttributeValue>> states(DynamoDbRequest request) {
    Stream<Map<String, AttributeValue>> items =
        switch (request) {
          case PutItemRequest put -> Stream.of(put.item());
          case TransactWriteItemsRequest write ->
              write.transactItems().stream()
                  .filter(one -> one.put() != null)
                  .map(one -> one.put().item());
          default -> Stream.of();
        };
    return items.filter(WatchedDatabase::isState);
  }

  private static boolean isState(Map<String, AttributeValue> item) {
    return has(item, "state");
  }

  private static boolean has(Map<String, AttributeValue> item, String sortKey) {
    AttributeValue sk = item.get("sk");
    return sk != null && sortKey.equals(sk.s());
  }
}
