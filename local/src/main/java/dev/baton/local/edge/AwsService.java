package dev.baton.local.edge;

/** One AWS service of the local stack, as the SDK calls it over HTTP. */
@FunctionalInterface
public interface AwsService {

  /**
   * Answers one call.
   *
   * @throws AwsFault a refusal that the SDK turns into the exception of that name
   */
  AwsReply answer(AwsCall call);
}
