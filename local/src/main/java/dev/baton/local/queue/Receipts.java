package dev.baton.local.queue;

/** Receipt handles: the message id and the number of the reception. */
final class Receipts {
  private Receipts() {}

  static String of(String messageId, int reception) {
    return messageId + "/" + reception;
  }

  static String messageId(String receipt) {
    int slash = receipt.indexOf('/');
    return slash < 0 ? receipt : receipt.substring(0, slash);
  }
}
