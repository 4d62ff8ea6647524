package dev.baton.local.graph.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code X-Hub-Signature-256}: {@code sha256=} and the HMAC-SHA256 of the raw body
 * under the app secret, in lower-case hex. Source: Meta, "Webhooks from Meta: validating payloads".
 */
public final class WebhookSignature {

  public static final String HEADER = "X-Hub-Signature-256";

  private WebhookSignature() {}

  public static String of(byte[] body, String appSecret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HmacSHA256.", impossible);
    }
  }
}
