package dev.baton.local.template;

import java.io.Serial;

/**
 * Something in template.yaml that the local stack cannot work with; the message names the place and
 * the way out.
 */
public final class TemplateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** A finding about the template. */
  public TemplateException(String message) {
    super(message);
  }
}
