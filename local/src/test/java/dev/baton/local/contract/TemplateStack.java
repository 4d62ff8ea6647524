package dev.baton.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The one stack of an emulator, and the bucket that its template and code lie in. Spoken to by
 * CloudFormation's Query API, for which there is no client among our dependencies.
 */
final class TemplateStack implements AutoCloseable {
  private static final String BUCKET = "code";
  private static final String NAME = "baton";
  private static final String WHERE =
      "<CreateBucketConfiguration><LocationConstraint>eu-central-1</LocationConstraint>"
          + "</CreateBucketConfiguration>";
  private static final int LOOKS = 2_400;

  private final String endpoint;
  private final HttpClient http = HttpClient.newHttpClient();

  /** No stack yet, and an empty bucket. */
  TemplateStack(String endpoint) throws IOException, InterruptedException {
    this.endpoint = endpoint;
    put("/" + BUCKET, WHERE.getBytes(UTF_8));
  }

  /** Stores an object and answers how a template names it. */
  String store(String key, byte[] content) throws IOException, InterruptedException {
    put("/" + BUCKET + "/" + key, content);
    return "s3://" + BUCKET + "/" + key;
  }

  /**
   * Makes the stack, or skips the calling test when nothing there transforms a template.
   *
   * @return its state when there is nothing more to do
   */
  String create(String template, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return order("CreateStack", template, parameters);
  }

  /** Makes another of the stack and answers its state when there is nothing more to do. */
  String update(String template, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return order("UpdateStack", template, parameters);
  }

  /** Takes away what was made. */
  void delete() throws IOException, InterruptedException {
    ask("DeleteStack", Map.of());
    await();
  }

  /** Which resources could not be made, and why. */
  Map<String, String> refused() throws IOException, InterruptedException {
    Map<String, String> refused = new TreeMap<>();
    String next = "";
    do {
      Document page =
          read(ask("DescribeStackEvents", next.isEmpty() ? Map.of() : Map.of("NextToken", next)));
      for (Element event : elements(page, "member")) {
        if (text(event, "ResourceStatus").equals("CREATE_FAILED")) {
          refused.put(text(event, "LogicalResourceId"), text(event, "ResourceStatusReason"));
        }
      }
      next = text(page.getDocumentElement(), "NextToken");
    } while (!next.isEmpty());
    refused.remove(NAME);
    return refused;
  }

  private String order(String action, String template, Map<String, String> parameters)
      throws IOException, InterruptedException {
    store("template.yaml", template.getBytes(UTF_8));
    Map<String, String> order = new HashMap<>();
    order.put("TemplateURL", endpoint + "/" + BUCKET + "/template.yaml");
    order.put("Capabilities.member.1", "CAPABILITY_IAM");
    int number = 1;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      order.put("Parameters.member." + number + ".ParameterKey", parameter.getKey());
      order.put("Parameters.member." + number + ".ParameterValue", parameter.getValue());
      number++;
    }
    ask(action, order);
    return await();
  }

  /** The state that the stack comes to; empty when it is gone. */
  private String await() throws IOException, InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      Document stacks = read(ask("DescribeStacks", Map.of()));
      String state = text(stacks.getDocumentElement(), "StackStatus");
      if (!state.endsWith("_IN_PROGRESS")) {
        return state;
      }
      new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("The stack comes to no end.");
  }

  private String ask(String action, Map<String, String> arguments)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(arguments);
    all.putAll(Map.of("Action", action, "Version", "2010-05-15", "StackName", NAME));
    String form =
        all.entrySet().stream()
            .map(
                argument -> argument.getKey() + "=" + URLEncoder.encode(argument.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        request("/")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();
    assumeFalse(answer.contains("aws-sam-translator"), "aws-sam-translator is not beside it");
    if (answer.contains("<Error>") && !answer.contains("does not exist")) {
      throw new IllegalStateException(action + ": " + answer);
    }
    return answer;
  }

  private void put(String path, byte[] content) throws IOException, InterruptedException {
    HttpRequest request = request(path).PUT(BodyPublishers.ofByteArray(content)).build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("PUT " + path + " is answered with " + status);
    }
  }

  /** The service that a signature would name is what an emulator looks at. */
  private HttpRequest.Builder request(String path) {
    String service = path.equals("/") ? "cloudformation" : "s3";
    return HttpRequest.newBuilder(URI.create(endpoint + path))
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=local/20260101/eu-central-1/"
                + service
                + "/aws4_request, SignedHeaders=host, Signature=0");
  }

  private static Document read(String answer) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(answer.getBytes(UTF_8)));
    } catch (SAXException | ParserConfigurationException fault) {
      throw new IOException(answer, fault);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The text of the first element of that name below another, empty when there is none. */
  private static String text(Element above, String name) {
    NodeList found = above.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  @Override
  public void close() {
    http.close();
  }
}
