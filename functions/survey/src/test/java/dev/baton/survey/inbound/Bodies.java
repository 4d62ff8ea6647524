package dev.baton.survey.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Ignored;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import java.util.List;

/**
 * Webhook bodies of page {@code 112233445566778} and participant {@code 4567890123456789}, and what
 * the reader makes of them.
 */
final class Bodies {
  static final long TIME = 1_767_225_600_000L;
  static final long RECEIVED = 1_800_000_000_000L;
  static final String OURS = "555000111";
  static final String PAGE = "112233445566778";
  static final String USER = "4567890123456789";

  private static final WebhookReader READER = new WebhookReader(OURS);

  private Bodies() {}

  /** What the reader makes of a body. */
  static Delivery read(String body) {
    return READER.read(body.getBytes(UTF_8), RECEIVED);
  }

  /** The meanings of all elements of a body. */
  static List<Inbound> meanings(String body) {
    assertThat(read(body)).isInstanceOf(Delivery.Elements.class);
    return ((Delivery.Elements) read(body))
        .elements().stream()
            .map(element ->
                switch (element) {
                  case Element.Understood understood -> understood.meaning();
                  case Element.Unreadable unreadable -> throw unreadable.fault();
                })
            .toList();
  }

  /** The meaning of one element of the participant in {@code messaging[]}. */
  static Inbound meaning(String members) {
    return meanings(body("messaging", fromUser(members))).getFirst();
  }

  /** What one element of the participant says happened. */
  static Happening happening(String members) {
    assertThat(meaning(members)).isInstanceOf(Item.class);
    return ((Item) meaning(members)).happening();
  }

  /** Why one element of the participant is inert. */
  static String ignored(String members) {
    assertThat(meaning(members)).isInstanceOf(Ignored.class);
    return ((Ignored) meaning(members)).reason();
  }

  /** An element from the participant to the page. */
  static String fromUser(String members) {
    return element(USER, PAGE, members);
  }

  /** An element from the page to the participant, as echoes are. */
  static String fromPage(String members) {
    return element(PAGE, USER, members);
  }

  /** A body with one element in the named array. */
  static String body(String array, String element) {
    return """
    {"object":"page","entry":[{"id":"1","time":%d,"%s":[%s]}]}\
    """
        .formatted(TIME, array, element);
  }

  private static String element(String sender, String recipient, String members) {
    return """
    {"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":%d,%s}\
    """
        .formatted(sender, recipient, TIME, members);
  }
}
