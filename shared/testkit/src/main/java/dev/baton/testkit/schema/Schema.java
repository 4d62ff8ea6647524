package dev.baton.testkit.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;

/** A JSON Schema 2020-12 as networknt's validator reads it, formats asserted. */
public final class Schema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  // The validator's own reader rounds numbers.
  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final com.networknt.schema.Schema schema;

  private Schema(com.networknt.schema.Schema schema) {
    this.schema = schema;
  }

  /** The schema that a JSON object writes. */
  public static Schema of(JsonObject json) {
    return new Schema(REGISTRY.getSchema(json.write(), InputFormat.JSON));
  }

  /** The schema of schemas. */
  public static Schema ofSchemas() {
    return new Schema(
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")));
  }

  /** What is wrong with a value; empty when nothing is. */
  public List<String> problems(Json value) {
    try {
      return schema.validate(EXACT.readTree(value.write())).stream()
          .map(error -> error.getInstanceLocation() + " " + error.getMessage())
          .toList();
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
