package dev.baton.local.graph.thread;

/** Hears everything about a conversation that must survive a restart. */
public interface ConversationJournal {

  /** The thread has a new owner. */
  void owned(ParticipantKey participant, Ownership ownership);

  /** The transcript has a new line. */
  void said(ParticipantKey participant, Line line);

  /** Everything before is void. */
  void cleared();

  /** Remembers nothing. */
  ConversationJournal NONE =
      new ConversationJournal() {
        @Override
        public void owned(ParticipantKey participant, Ownership ownership) {}

        @Override
        public void said(ParticipantKey participant, Line line) {}

        @Override
        public void cleared() {}
      };
}
