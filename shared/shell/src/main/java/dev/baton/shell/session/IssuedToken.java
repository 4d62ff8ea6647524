package dev.baton.shell.session;

/**
 * A token as it goes to its owner, once. Only the hash is ever stored or logged.
 *
 * @param text 43 characters base64url, 256 random bits
 * @param hash SHA-256 of the text, 64 hex digits
 */
public record IssuedToken(String text, String hash) {

  @Override
  public String toString() {
    return "IssuedToken[" + hash.substring(0, 12) + "]";
  }
}
