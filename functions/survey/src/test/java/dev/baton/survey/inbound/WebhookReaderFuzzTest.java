package dev.baton.survey.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes come, the reader answers and no element breaks it. Source: survey spec §2.1. */
class WebhookReaderFuzzTest {
  private static final WebhookReader READER = new WebhookReader("555000111");

  @FuzzTest
  void anyBytesAreReadWithoutAFault(FuzzedDataProvider data) {
    byte[] body = data.consumeRemainingAsBytes();

    Delivery delivery = READER.read(body, 1);

    if (delivery instanceof Delivery.Elements(var elements)) {
      assertThat(elements).noneMatch(element -> element instanceof Element.Unreadable);
    }
  }
}
