package dev.baton.gateway.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.access.Scopes;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.bootstrap.HelpQuery;
import dev.baton.gateway.core.bootstrap.HelpView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueTest {
  private static final Catalogue ALL =
      new Catalogue(
          List.of(
              entry("chat-send", Exposure.EVERYWHERE, false),
              entry("chat-poll", Exposure.EVERYWHERE, false),
              entry("chat-connect", Exposure.EVERYWHERE, true),
              entry("survey-list", new Exposure(true, true, false, true), false)));

  @Test
  void callersSeeWhatTheirScopesCover() {
    assertThat(names(ALL.coveredBy(Scopes.parse("chat"))))
        .containsExactly("chat-connect", "chat-poll", "chat-send");
    assertThat(names(ALL.coveredBy(Scopes.parse("chat-poll survey-*"))))
        .containsExactly("chat-poll", "survey-list");
    assertThat(names(ALL.on(Surface.MCP))).doesNotContain("survey-list");
  }

  @Test
  void atMostThreeNamesAreSuggested() {
    assertThat(ALL.nearest("chat-sedn")).startsWith("chat-send").hasSizeLessThanOrEqualTo(3);
    assertThat(ALL.nearest("nothing-alike-at-all")).isEmpty();
  }

  @Test
  void suggestionsStayWithinTheScopes() {
    CommandGate gate = new CommandGate(ALL, Scopes.parse("chat"), Surface.CLI);

    assertThat(gate.unknown("survey-lst").error().suggestion()).doesNotContain("survey-list");
  }

  @Test
  void handoffsAreFoundByListingAlone() {
    String tools = ToolList.plain(ALL).write();

    assertThat(tools)
        .contains("\"handoffProtocol\":\"websocket\"")
        .contains("\"fallbackCommand\":\"chat-poll\"")
        .doesNotContain("\"inputSchema\":{},\"outputSchema\"");
  }

  @Test
  void helpLeavesOutHandoffsThatTheCallerCannotSpeak() {
    HelpQuery speaksOthers = new HelpQuery(null, false, List.of(), List.of(), List.of("sse"));
    HelpQuery saysNothing = new HelpQuery("CONNECT", true, List.of(), List.of(), null);

    assertThat(HelpView.of(ALL, speaksOthers).write()).doesNotContain("chat-connect");
    assertThat(HelpView.of(ALL, saysNothing).array("commands")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/commands,GET",
    "/commands/chat-send,POST",
    "/stream/chat-send,'GET, POST'",
    "/mcp,POST",
    "/health,GET"
  })
  void addressesKnowTheirMethods(String path, String methods) {
    assertThat(Addresses.methods(path, ALL)).isEqualTo(methods);
  }

  @Test
  void unknownAddressesHaveNone() {
    assertThat(Addresses.methods("/commands/chat-sedn", ALL)).isNull();
    assertThat(Addresses.methods("/stream/", ALL)).isNull();
    assertThat(Addresses.methods("/", ALL)).isNull();
  }

  private static List<String> names(Catalogue catalogue) {
    return catalogue.entries().stream().map(CatalogueEntry::name).toList();
  }

  private static CatalogueEntry entry(String name, Exposure exposure, boolean handoff) {
    JsonObject.Builder item =
        JsonObject.builder()
            .put("name", name)
            .put("category", name.substring(0, name.indexOf('-')))
            .put("description", "Does things.");
    if (handoff) {
      item.put("handoff", true)
          .put("handoffProtocol", "websocket")
          .put("fallbackCommand", "chat-poll");
    }
    return new CatalogueEntry(item.put("expose", exposure.toJson()).build());
  }
}
