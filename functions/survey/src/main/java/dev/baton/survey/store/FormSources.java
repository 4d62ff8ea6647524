package dev.baton.survey.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.shell.dynamo.Attributes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sources of forms: gzip, cut into rows of at most 350 KiB, which fit into an item. */
final class FormSources {
  private static final int CHUNK = 350 * 1024;
  private static final String BYTES = "gzip";

  private final SurveysTable table;

  FormSources(SurveysTable table) {
    this.table = table;
  }

  /** A source ready to be written. */
  record Packed(String hash, List<byte[]> chunks) {}

  static Packed pack(String source) {
    byte[] text = source.getBytes(UTF_8);
    byte[] gzip = gzip(text);
    List<byte[]> chunks = new ArrayList<>();
    for (int from = 0; from < gzip.length; from += CHUNK) {
      chunks.add(Arrays.copyOfRange(gzip, from, Math.min(gzip.length, from + CHUNK)));
    }
    return new Packed(SurveyKeys.sha256(text), chunks);
  }

  void put(String pageId, String shortcode, Packed packed) {
    for (int index = 0; index < packed.chunks().size(); index++) {
      SdkBytes bytes = SdkBytes.fromByteArray(packed.chunks().get(index));
      table.put(
          ItemWriter.of(
                  SurveyKeys.page(pageId), SurveyKeys.formSource(shortcode, packed.hash(), index))
              .put(BYTES, AttributeValue.fromB(bytes)));
    }
  }

  String get(String pageId, FormRow row) {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    for (int index = 0; index < row.chunks(); index++) {
      String sk = SurveyKeys.formSource(row.shortcode(), row.hash(), index);
      Attributes chunk = table.get(SurveyKeys.page(pageId), sk);
      if (chunk == null) {
        throw new IllegalStateException("Page " + pageId + " lacks the row " + sk + ".");
      }
      gzip.writeBytes(chunk.bytes(BYTES));
    }
    return gunzip(gzip.toByteArray());
  }

  private static byte[] gzip(byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String gunzip(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
