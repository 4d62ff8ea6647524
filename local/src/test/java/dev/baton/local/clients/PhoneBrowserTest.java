package dev.baton.local.clients;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The participant's phone: a survey hands its thread over and gets it back. */
final class PhoneBrowserTest {
  @Test
  void aParticipantIsHandedOverAndComesBackWithResults() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of());
        Browser browser = Browser.start()) {
      Page page = browser.open(stack.apiUrl() + "/");
      page.getByText("Import the reading assessment").click();
      assertThat(page.locator("#imported")).containsText("Version 1");
      page.getByText("Open the survey's link as somebody new").click();
      Locator lines = page.locator("#lines");
      assertThat(lines).containsText("Link opened");

      page.locator("#text").fill("Ana");
      page.locator("#text").press("Enter");
      page.locator("#buttons button").first().click();

      assertThat(lines).containsText("Baton passed control");
      assertThat(lines).containsText("The partner app passed control");
      assertThat(page.locator("#status")).containsText("returned");
    }
  }
}
