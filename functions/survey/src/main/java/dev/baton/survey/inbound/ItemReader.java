package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.inbound.Happening.ControlTaken;
import dev.baton.survey.core.inbound.Happening.OptedIn;
import dev.baton.survey.core.inbound.Ignored;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.inbound.RolesChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what one element means. The first shape that fits counts, in the order of survey spec §2.2.
 */
final class ItemReader {
  private static final String ONE_TIME = "one_time_notif_req";

  private final MessageReader messages;

  ItemReader(String ourAppId) {
    this.messages = new MessageReader(ourAppId);
  }

  Inbound read(Json element, boolean standby, long fallbackTime) {
    if (!(element instanceof JsonObject item)) {
      return new Ignored("no_item");
    }
    JsonObject roles = item.object("app_roles");
    if (roles != null) {
      return roles(item, roles);
    }
    Reading reading = happening(item, standby);
    return switch (reading) {
      case Reading.Inert(String reason) -> new Ignored(reason);
      case Reading.Happened(Happening happening) -> ofParty(item, standby, fallbackTime, happening);
    };
  }

  private static Inbound ofParty(
      JsonObject item, boolean standby, long fallbackTime, Happening happening) {
    boolean fromPage = happening instanceof Happening.Echoed;
    String page = Ids.party(item, fromPage ? "sender" : "recipient");
    String user = Ids.party(item, fromPage ? "recipient" : "sender");
    if (page == null || user == null) {
      return new Ignored("no_participant");
    }
    long timestamp = Timestamps.orElse(item.get("timestamp"), fallbackTime);
    return new Item(page, user, timestamp, EventKeys.of(item), standby, happening);
  }

  private Reading happening(JsonObject item, boolean standby) {
    JsonObject message = item.object("message");
    JsonObject postback = item.object("postback");
    Payload chosen = Payload.of(message == null ? null : message.object("quick_reply"));
    Payload pressed = Payload.of(postback);
    Happening referral = ReferralReader.read(item, chosen, pressed);
    if (referral != null) {
      return new Reading.Happened(referral);
    }
    if (message != null) {
      return messages.message(message, chosen);
    }
    return postback != null ? messages.postback(postback, pressed, standby) : control(item);
  }

  private static Reading control(JsonObject item) {
    JsonObject optin = item.object("optin");
    if (optin != null) {
      return optin(optin);
    }
    JsonObject passed = item.object("pass_thread_control");
    if (passed != null) {
      return new Reading.Happened(
          new ControlPassed(
              Ids.app(passed.get("new_owner_app_id")),
              Ids.app(passed.get("previous_owner_app_id")),
              MetadataReader.read(passed.get("metadata"))));
    }
    JsonObject taken = item.object("take_thread_control");
    if (taken != null) {
      return new Reading.Happened(
          new ControlTaken(
              Ids.app(taken.get("new_owner_app_id")), Ids.app(taken.get("previous_owner_app_id"))));
    }
    return new Reading.Inert(inertReason(item));
  }

  private static Reading optin(JsonObject optin) {
    String token = optin.text("one_time_notif_token");
    if (!ONE_TIME.equals(optin.text("type")) || token == null || token.isEmpty()) {
      return new Reading.Inert("other_optin");
    }
    JsonObject payload = Texts.object(optin.get("payload"));
    return new Reading.Happened(
        new OptedIn(token, payload == null ? null : Texts.scalar(payload.get("ref"))));
  }

  private static String inertReason(JsonObject item) {
    for (String known :
        List.of("delivery", "read", "reaction", "request_thread_control", "message_edit")) {
      if (item.has(known)) {
        return known;
      }
    }
    return "unknown_item";
  }

  private static Inbound roles(JsonObject item, JsonObject roles) {
    String page = Ids.party(item, "recipient");
    if (page == null) {
      return new Ignored("app_roles");
    }
    Map<String, List<String>> byApp = new HashMap<>();
    for (JsonObject.Member role : roles.members()) {
      byApp.put(role.name().strip(), texts(role.value()));
    }
    return new RolesChanged(page, byApp);
  }

  private static List<String> texts(Json value) {
    return value instanceof JsonArray(List<Json> elements)
        ? elements.stream().map(Texts::scalar).filter(text -> text != null).toList()
        : List.of();
  }

  static boolean isTrue(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonBoolean(boolean value) && value;
  }

  /** What the shape of an element says before its parties are looked at. */
  sealed interface Reading {
    /** Something that a participant or a page did. */
    record Happened(Happening happening) implements Reading {}

    /** Something that changes nothing. */
    record Inert(String reason) implements Reading {}

    static Reading of(@Nullable Happening happening, String otherwise) {
      return happening == null ? new Inert(otherwise) : new Happened(happening);
    }
  }
}
