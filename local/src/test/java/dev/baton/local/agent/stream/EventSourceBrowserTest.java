package dev.baton.local.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.baton.agent.core.run.Run;
import dev.baton.local.clients.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The traps of the browser's EventSource. Streaming specification, sections 4.5 and 12. */
final class EventSourceBrowserTest {
  private static final String WATCH =
      """
      url => {
        const seen = window.seen = [];
        const source = window.source = new EventSource(url);
        for (const name of ['run_started', 'token', 'agent_error', 'done'])
          source.addEventListener(name, e => seen.push(`${name} ${e.lastEventId} ${JSON.parse(e.data).text ?? ''}`.trim()));
        source.addEventListener('error', e => seen.push(e.data ? 'error ' + e.lastEventId : 'gone'));
      }
      """;

  @Test
  void aRunIsSeenOnceWhateverTheBrowserDoesAtItsEnd() throws Exception {
    try (StreamWorld world = new StreamWorld();
        Browser browser = Browser.start()) {
      Run run = world.begin();
      Page page = browser.open(world.url());
      page.evaluate(WATCH, world.stream(run));
      page.waitForFunction("() => window.seen.length == 1");
      world.say(run, "Hello");
      page.waitForFunction("() => window.seen.length == 2");
      world.fail(run);
      // Nobody closes it: it comes back with its ticket and its number, and is told to stop.
      page.waitForFunction("() => window.source.readyState == 2");

      assertThat(seen(page))
          .isEqualTo(
              List.of(
                  "run_started 1", "token 2 Hello", "agent_error 2", "error 3", "gone", "gone"));
    }
  }

  @Test
  void whatIsNoStreamStopsItForGood() throws Exception {
    try (StreamWorld world = new StreamWorld();
        Browser browser = Browser.start()) {
      Run run = world.begin();
      Page page = browser.open(world.url());
      page.evaluate(WATCH, world.stream(run).replaceAll("ticket=.*", "ticket=wrong"));
      page.waitForFunction("() => window.source.readyState == 2");

      assertThat(seen(page)).isEqualTo(List.of("gone"));
    }
  }

  @Test
  void aPageOfAnotherOriginSeesARunOnlyWhereItIsAllowedTo() throws Exception {
    try (StreamWorld world = new StreamWorld();
        Browser browser = Browser.start()) {
      Run run = world.begin();
      Page allowed = browser.open(world.url());
      allowed.evaluate(WATCH, world.stack().streamUrl() + world.target(run));
      allowed.waitForFunction("() => window.seen.length == 1");
      Page foreign = browser.open(world.stack().graphUrl());
      foreign.evaluate(WATCH, world.stack().streamUrl() + world.target(run));
      foreign.waitForFunction("() => window.source.readyState == 2");
      world.say(run, "Hello");
      allowed.waitForFunction("() => window.seen.length == 2");

      assertThat(seen(allowed)).isEqualTo(List.of("run_started 1", "token 2 Hello"));
      assertThat(seen(foreign)).isEqualTo(List.of("gone"));
    }
  }

  private static List<?> seen(Page page) {
    return page.evaluate("() => window.seen") instanceof List<?> list ? list : List.of(Map.of());
  }
}
