package dev.baton.local.graph.webhook;

/** Hears of every item that has to be delivered, and when that is over. */
public interface PendingItems {

  /** The item was taken under this number, greater than every one before it. */
  void taken(long number, WebhookItem item);

  /** The item was accepted or given up. */
  void settled(long number);

  /** Remembers nothing. */
  PendingItems NONE =
      new PendingItems() {
        @Override
        public void taken(long number, WebhookItem item) {}

        @Override
        public void settled(long number) {}
      };
}
