package dev.baton.local.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of an agent, with the browser's own EventSource at another origin than the page's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AgentBrowserTest {
  private static final Pattern SOMETHING = Pattern.compile("\\S");

  private CuttingProxy streams;
  private LocalStack stack;
  private Commands commands;
  private Browser browser;
  private Page page;
  private String sessionId = "";

  @BeforeAll
  void start() throws Exception {
    streams = new CuttingProxy();
    stack = WholeStack.start(Map.of("BATON_STREAM_ENDPOINT", streams.url() + "/"));
    streams.leadTo(stack.streamUrl());
    commands = new Commands(stack.apiUrl());
    browser = Browser.start();
  }

  @AfterAll
  void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    stack.close();
    streams.close();
  }

  @BeforeEach
  void open() {
    page = browser.open(stack.apiUrl() + "/agent.html");
  }

  private void begin(String prompt) {
    Response started = page.waitForResponse("**/commands/agent-start", () -> ask(prompt));
    sessionId = started.text().replaceFirst("(?s).*\"sessionId\":\"(ses_[^\"]+)\".*", "$1");
  }

  @Test
  void aPromptIsAnsweredWithACallItsResultAndAText() {
    commands.data("chat-send", Map.of("roomId", "seen", "text", "Hello from the room"));

    begin("read the room seen");

    assertThat(state()).hasAttribute("data-state", "idle");
    assertThat(lines("participant")).hasText("read the room seen");
    assertThat(lines("partner")).containsText("chat-poll {\"roomId\":\"seen\"}");
    assertThat(lines("partner")).containsText("Hello from the room");
    assertThat(lines("app").last()).containsText("`chat-poll` returned");
    assertShowsTheLog();
  }

  @Test
  void aCallThatThePersonRefusesDoesNotHappenAndTheRunGoesOn() {
    page.locator("#asks").check();

    begin("/call chat-send {\"roomId\":\"untouched\",\"text\":\"Never said\"}");
    page.getByText("Refuse", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(state()).hasAttribute("data-state", "idle");
    assertThat(lines("control")).hasText("Refused.");
    assertThat(lines("partner")).containsText("This call was not allowed");
    assertThat(lines("app").last()).containsText("TOOL_DENIED");
    assertThat(log().getLast().path("type").asText()).isEqualTo("done");
    JsonNode room = commands.call("chat-poll", Map.of("roomId", "untouched"));
    assertThat(room.path("error").path("code").asText()).isEqualTo("ROOM_NOT_FOUND");
  }

  @Test
  void anAnswerIsStoppedInTheMiddleAndTheNextPromptIsAnswered() {
    begin("/say 2000");
    assertThat(lines("app")).containsText(SOMETHING);

    page.locator("#cancel").click();

    assertThat(lines("control")).hasText("Stopped.");
    assertThat(state()).hasAttribute("data-state", "idle");
    ask("/say 3");
    assertThat(lines("app").last()).hasText("handoff naïve conversation");
    assertThat(page.locator("#log")).containsText("done");
    assertThat(types()).contains("cancelled").endsWith("done");
    assertShowsTheLog();
  }

  @Test
  void aConnectionThatIsCutInTheMiddleLosesAndDoublesNothing() {
    int before = streams.connections();
    begin("/say 250");
    assertThat(lines("app")).containsText("handoff");
    streams.cut();
    page.waitForCondition(() -> streams.connections() == before + 2);
    streams.cut();

    assertThat(state()).hasAttribute("data-state", "idle");
    assertThat(streams.connections()).isGreaterThanOrEqualTo(before + 3);
    assertShowsTheLog();
  }

  /** What is on the page is what the log says, each event once. */
  private void assertShowsTheLog() {
    List<JsonNode> log = log();
    String told =
        log.stream()
            .filter(event -> event.path("type").asText().equals("token"))
            .map(event -> event.path("text").asText())
            .collect(joining());
    String listed =
        log.stream()
            .map(event -> event.path("seq").asText() + " " + event.path("type").asText() + "\n")
            .collect(joining());
    assertThat(String.join("", lines("app").allTextContents())).isEqualTo(told);
    assertThat(page.locator("#log").textContent()).isEqualTo(listed);
  }

  private List<String> types() {
    return log().stream().map(event -> event.path("type").asText()).toList();
  }

  private List<JsonNode> log() {
    List<JsonNode> events = new ArrayList<>();
    JsonNode read;
    do {
      read =
          commands.data(
              "agent-poll", Map.of("sessionId", sessionId, "after", events.size(), "limit", 500));
      read.path("events").forEach(events::add);
    } while (read.path("hasMore").asBoolean());
    return events;
  }

  private void ask(String prompt) {
    page.locator("#text").fill(prompt);
    page.locator("#text").press("Enter");
  }

  private Locator state() {
    return page.locator("#state");
  }

  private Locator lines(String kind) {
    return page.locator("#lines li." + kind);
  }
}
