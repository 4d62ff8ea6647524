package dev.baton.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * The MD5 sums by which an SQS client checks that a message came through whole.
 *
 * <p>Source: Amazon SQS developer guide, "Calculating the MD5 message digest for message
 * attributes".
 */
final class MessageDigests {
  private static final byte TEXT = 1;
  private static final byte BINARY = 2;

  private MessageDigests() {}

  static String ofBody(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  static String ofAttributes(JsonNode attributes) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    attributes.properties().forEach(a -> sorted.put(a.getKey(), a.getValue()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sorted.forEach((name, attribute) -> {
      append(bytes, name.getBytes(StandardCharsets.UTF_8));
      append(bytes, attribute.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
      if (attribute.has("BinaryValue")) {
        bytes.write(BINARY);
        append(bytes, Base64.getDecoder().decode(attribute.path("BinaryValue").asText()));
      } else {
        bytes.write(TEXT);
        append(bytes, attribute.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
      }
    });
    return md5(bytes.toByteArray());
  }

  private static void append(ByteArrayOutputStream bytes, byte[] part) {
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
    bytes.writeBytes(part);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
