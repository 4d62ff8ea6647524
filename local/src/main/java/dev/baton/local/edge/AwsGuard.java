package dev.baton.local.edge;

/** Decides who may call AWS for what. */
public interface AwsGuard {

  /**
   * Whether it has anything to say about a caller.
   *
   * @param caller name of the application that the SDK was told; empty for none
   */
  boolean knows(String caller);

  /**
   * Lets a call of a known caller pass.
   *
   * @param service the service that the call is signed for
   * @throws AwsFault when it may not
   */
  void check(String caller, String service, AwsCall call);
}
