package dev.baton.survey.core.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The closed form of a ref, {@code r.<base64url>}: a shortcode and a ticket in bytes. Source:
 * survey spec §2.4.
 */
final class ClosedForm {
  static final String PREFIX = "r.";
  static final String NAME = "vt";
  private static final int VERSION = 1;
  private static final int HEADER = 2;

  private ClosedForm() {}

  /** Reads what follows the prefix; anything that is not canonical is undecodable. */
  static Referral decode(String encoded) {
    byte[] bytes = bytes(encoded);
    if (bytes == null || bytes.length < HEADER || bytes[0] != VERSION) {
      return new Referral.Undecodable();
    }
    int ticketFrom = HEADER + (bytes[1] & 0xff);
    if (ticketFrom == HEADER || ticketFrom >= bytes.length) {
      return new Referral.Undecodable();
    }
    String shortcode = utf8(Arrays.copyOfRange(bytes, HEADER, ticketFrom));
    String ticket = HexFormat.of().formatHex(bytes, ticketFrom, bytes.length);
    return shortcode == null || ticket.length() > Referrals.VALUE
        ? new Referral.Undecodable()
        : new Referral.Link(shortcode, Map.of(), ticket);
  }

  private static byte @Nullable [] bytes(String encoded) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded);
      String again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return again.equals(encoded) ? bytes : null;
    } catch (IllegalArgumentException noBase64) {
      return null;
    }
  }

  private static @Nullable String utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
  }
}
