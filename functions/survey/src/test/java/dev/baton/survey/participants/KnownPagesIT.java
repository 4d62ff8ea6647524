package dev.baton.survey.participants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.machine.PageSettings;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.SurveysTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Pages are remembered for a minute, missing ones not at all. */
@ExtendWith(DynamoDbLocal.class)
class KnownPagesIT {
  private static final PageRow BEFORE = new PageRow("p", "anna", PageSettings.DEFAULT);
  private static final PageRow AFTER =
      new PageRow("p", "anna", new PageSettings("READ01", null, true, false));

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-31T12:00:00Z"));
  private DynamoPageStore store;
  private KnownPages pages;

  @BeforeEach
  void createTable(DynamoDbClient client) {
    store = new DynamoPageStore(new SurveysTable(client, Tables.surveys(client)));
    pages = new KnownPages(store, clock);
  }

  @Test
  void recentPageIsAtMostAMinuteOld() {
    store.claim("p", "anna");
    assertThat(pages.recent("p")).isEqualTo(BEFORE);
    store.save(AFTER);

    clock.advance(Duration.ofSeconds(60));
    assertThat(pages.recent("p")).isEqualTo(BEFORE);
    clock.advance(Duration.ofMillis(1));
    assertThat(pages.recent("p")).isEqualTo(AFTER);
  }

  @Test
  void currentPageIsAsItIsNowAndRememberedSo() {
    store.claim("p", "anna");
    assertThat(pages.recent("p")).isEqualTo(BEFORE);
    store.save(AFTER);

    assertThat(pages.current("p")).isEqualTo(AFTER);
    assertThat(pages.recent("p")).isEqualTo(AFTER);
  }

  @Test
  void missingPageIsFoundAsSoonAsItIsImported() {
    assertThat(pages.recent("p")).isNull();
    assertThat(pages.current("p")).isNull();

    store.claim("p", "anna");

    assertThat(pages.recent("p")).isEqualTo(BEFORE);
  }
}
