package dev.baton.survey.core.inbound;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.handoff.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What an item says happened. App ids are decimal texts, trimmed; null and absent are the same.
 * Source: survey spec §2.2.
 */
public sealed interface Happening {

  /**
   * A link, an advertisement or the get-started button was opened.
   *
   * @param ref the link's payload as it came
   * @param adId the advertisement, from {@code referral.ad_id}
   */
  record Referral(@Nullable String ref, @Nullable String adId) implements Happening {}

  /**
   * The participant wrote.
   *
   * @param text the text, possibly empty
   */
  record TextSent(String text) implements Happening {}

  /**
   * The participant tapped a button.
   *
   * @param value the payload's value, or the whole payload where it is not ours
   * @param ref the field whose button it is
   */
  record Tapped(String value, @Nullable String ref) implements Happening {}

  /**
   * The participant sent an attachment; of several the first.
   *
   * @param type the platform's word: image, video, audio, file, location, ...
   * @param url where it lies
   * @param id the attachment's id
   */
  record MediaSent(String type, @Nullable String url, @Nullable String id) implements Happening {}

  /**
   * The participant allowed one message of another day.
   *
   * @param token the one-time token
   * @param ref the field that asked for it
   */
  record OptedIn(String token, @Nullable String ref) implements Happening {}

  /**
   * A message of ours as the platform reports it back.
   *
   * @param eid the effect that sent it, where it carries one
   * @param metadata the message's metadata
   * @param text the message's text
   */
  record Echoed(@Nullable String eid, JsonObject metadata, @Nullable String text)
      implements Happening {}

  /**
   * Control of the thread was passed.
   *
   * @param newOwner the app that has it now
   * @param previousOwner the app that had it
   * @param metadata what the passing app attached
   */
  record ControlPassed(@Nullable String newOwner, @Nullable String previousOwner, Metadata metadata)
      implements Happening {}

  /**
   * Control of the thread was taken.
   *
   * @param newOwner the app that has it now
   * @param previousOwner the app that had it
   */
  record ControlTaken(@Nullable String newOwner, @Nullable String previousOwner)
      implements Happening {}
}
