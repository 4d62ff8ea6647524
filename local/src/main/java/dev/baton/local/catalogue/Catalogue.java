package dev.baton.local.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The catalogue as the gateway reads it. Its version is made of its content, so that equal
 * catalogues have equal versions.
 *
 * @param commands the definitions, by name
 */
public record Catalogue(List<CommandDefinition> commands) {
  private static final int VERSION_DIGITS = 12;

  /** The text of the resource, indented for people who review a change of it. */
  public String text() {
    ObjectMapper mapper = new ObjectMapper();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    try {
      return mapper.writer(printer).writeValueAsString(mapper.readTree(toJson().write())) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private JsonObject toJson() {
    JsonArray items =
        new JsonArray(commands.stream().<Json>map(CommandDefinition::toJson).toList());
    return JsonObject.builder()
        .put("catalogueVersion", version(items.write()))
        .put("total", commands.size())
        .put("commands", items)
        .build();
  }

  private static String version(String items) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(items.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
