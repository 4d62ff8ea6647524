package dev.baton.shell.config;

/** A setting is missing or unreadable: the function cannot start. The message names the setting. */
public final class SettingFault extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** A fault with a message that names the setting and says what to do. */
  public SettingFault(String message) {
    super(message);
  }
}
