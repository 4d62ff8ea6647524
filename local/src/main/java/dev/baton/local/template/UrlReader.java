package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads Function URLs and CORS rules; all properties come resolved. */
final class UrlReader {
  private UrlReader() {}

  /**
   * FunctionUrlConfig of a function, null for a missing node.
   *
   * @param handler handler of the function
   * @throws TemplateException when it is not a URL of a server, streaming and open to everybody
   */
  static @Nullable UrlDefinition url(String function, String handler, JsonNode config) {
    if (!config.isObject()) {
      return null;
    }
    require(handler.equals(FunctionDefinition.SERVER), function, "no handler run.sh");
    require(config.path("AuthType").asText().equals("NONE"), function, "no AuthType NONE");
    require(
        config.path("InvokeMode").asText().equals("RESPONSE_STREAM"),
        function,
        "no InvokeMode RESPONSE_STREAM");
    return new UrlDefinition(cors(config.path("Cors")));
  }

  private static void require(boolean condition, String function, String lack) {
    if (!condition) {
      throw new TemplateException(
          "Function "
              + function
              + " has a Function URL, but "
              + lack
              + "; it does not run locally.");
    }
  }

  /** A block of CORS rules, null for a missing node. */
  static @Nullable CorsDefinition cors(JsonNode cors) {
    if (!cors.isObject()) {
      return null;
    }
    return new CorsDefinition(
        MappingReader.texts(cors.path("AllowOrigins")),
        MappingReader.texts(cors.path("AllowMethods")),
        MappingReader.texts(cors.path("AllowHeaders")),
        MappingReader.texts(cors.path("ExposeHeaders")),
        cors.path("AllowCredentials").asBoolean(false),
        cors.path("MaxAge").asInt(0));
  }
}
