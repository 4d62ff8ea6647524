package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.survey.core.handoff.Metadata;

/** Something that can set a leaf of a wait. */
public sealed interface WaitEvent {

  /** A signal came. */
  record Signalled(Json event) implements WaitEvent {}

  /** An app gave control back, by the rules of §2.5. */
  record Returned(String previousOwner, Metadata metadata) implements WaitEvent {}

  /** The participant sent a text, tap or media. */
  record UserMessaged() implements WaitEvent {}
}
