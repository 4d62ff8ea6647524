package dev.baton.local.edge;

import java.io.Serial;
import java.util.Objects;

/** A refusal as AWS words it: the SDK makes the exception of the same name from it. */
public final class AwsFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * A refusal.
   *
   * @param status HTTP status
   * @param code name of the exception in the service's model
   * @param message the sentence that the caller sees
   */
  public AwsFault(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** The answer to an operation that the local stack does not have. */
  public static AwsFault unknownOperation(String service, String operation) {
    return new AwsFault(
        400,
        "UnknownOperationException",
        "The local stack has no operation '%s' of %s.".formatted(operation, service));
  }

  /** A request that breaks a rule of the service. */
  public static AwsFault validation(String message) {
    return new AwsFault(400, "ValidationException", message);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Name of the exception. */
  public String code() {
    return code;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), code);
  }
}
