package dev.baton.agent.core.run;

/** What a run says to a command. */
public sealed interface RunOutcome {

  /** It was done. */
  record Applied() implements RunOutcome {}

  /** It had been done before; nothing changes. */
  record Repeated() implements RunOutcome {}

  /** It means nothing where the run is; nothing changes. */
  record Inert() implements RunOutcome {}

  /** Another worker has the run, or had it later. */
  record Fenced() implements RunOutcome {}

  /** There is no such approval. */
  record NoSuchApproval() implements RunOutcome {}

  /** The call was answered otherwise. */
  record AnsweredOtherwise() implements RunOutcome {}

  /** The call is not waiting any more. */
  record TooLate() implements RunOutcome {}
}
