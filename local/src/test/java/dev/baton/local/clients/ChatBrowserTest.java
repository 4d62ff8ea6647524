package dev.baton.local.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chat page in two tabs, with the browser's own WebSocket. */
final class ChatBrowserTest {

  @Test
  void twoTabsChatAndTheOneThatIsCutComesBackWithNothingLost() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of("BATON_API_KEY", "dev,grace"));
        Browser browser = Browser.start()) {
      Page ada = browser.open(stack.apiUrl() + "/chat.html?room=cut&name=Ada");
      assertThat(state(ada)).hasAttribute("data-state", "open");
      String connection = stack.sockets().open().iterator().next();
      Page grace = browser.open(stack.apiUrl() + "/chat.html?room=cut&name=Grace&key=grace");
      assertThat(state(grace)).hasAttribute("data-state", "open");

      say(ada, "Hello");
      assertThat(lines(grace).last()).hasText("Ada: Hello");

      stack.sockets().cut(connection);
      new Commands(stack.apiUrl()).data("chat-send", Map.of("roomId", "cut", "text", "Missed"));
      say(grace, "Are you there?");

      assertThat(state(ada)).hasAttribute("data-state", "open");
      assertThat(lines(ada)).hasCount(3);
      say(ada, "Nothing lost");
      assertThat(lines(grace)).hasCount(4);
      assertThat(lines(grace).last()).hasText("Ada: Nothing lost");
    }
  }

  @Test
  void whoeverLeavesIsToldSoAndStaysOut() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of("BATON_API_KEY", "dev,grace"));
        Browser browser = Browser.start()) {
      Page ada = browser.open(stack.apiUrl() + "/chat.html?room=left&name=Ada");
      assertThat(state(ada)).hasAttribute("data-state", "open");

      ada.getByText("Leave the room").click();

      assertThat(state(ada)).hasText("The session was closed by its owner.");
    }
  }

  private static Locator state(Page page) {
    return page.locator("#state");
  }

  private static Locator lines(Page page) {
    return page.locator("#lines li");
  }

  private static void say(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#text").press("Enter");
  }
}
