package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The document that the running stack serves, as a foreign reader of OpenAPI 3.1 takes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiIT {
  private GatewayWorld world;
  private String document;

  @BeforeAll
  void start() throws Exception {
    world = new GatewayWorld();
    document = world.get("/openapi.json").response().body();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private static SwaggerParseResult read(String text) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setValidateExternalRefs(true);
    return new OpenAPIV3Parser().readContents(text, List.of(), options);
  }

  @Test
  void aForeignReaderFindsNothingWrong() {
    SwaggerParseResult read = read(document);

    assertThat(read.getMessages()).isEmpty();
    assertThat(read.isOpenapi31()).isTrue();
  }

  /** The reader is worth asking: what is wrong is found. */
  @Test
  void theForeignReaderFindsWhatIsWrong() {
    ObjectNode broken = (ObjectNode) GatewayWorld.json(document);
    ((ObjectNode) broken.path("info")).remove("title");
    ((ObjectNode) broken.path("paths").path("/commands/survey-list").path("post")).put("x", 1);
    broken.put("swagger", "2.0");

    assertThat(read(broken.toString()).getMessages()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void everyOperationIsGuardedAndShowsWhatIsSentAndRefused() {
    OpenAPI api = read(document).getOpenAPI();

    assertThat(api.getComponents().getSecuritySchemes())
        .extractingByKey("apiKey")
        .extracting(SecurityScheme::getType, SecurityScheme::getScheme)
        .containsExactly(SecurityScheme.Type.HTTP, "bearer");
    assertThat(api.getSecurity()).isNotEmpty();
    assertThat(api.getPaths())
        .isNotEmpty()
        .allSatisfy((path, item) -> {
          Operation post = item.getPost();
          assertThat(post.getSecurity()).as(path).isNull();
          assertThat(post.getRequestBody().getContent().values())
              .as(path)
              .isNotEmpty()
              .allSatisfy(media -> assertThat(media.getExamples()).isNotEmpty());
          assertThat(post.getResponses())
              .as(path)
              .containsKeys("200", "400", "401", "403", "404", "409", "422", "429", "500", "503");
        });
  }

  @Test
  void everyRefusalHasAnExampleThatIsAResult() {
    JsonNode responses = GatewayWorld.json(document).at("/components/responses");

    assertThat(responses)
        .isNotEmpty()
        .allSatisfy(response -> {
          JsonNode examples = response.at("/content/application~1json/examples");
          assertThat(examples)
              .isNotEmpty()
              .allSatisfy(example -> {
                JsonNode error = example.at("/value/error");
                assertThat(example.at("/value/success").asBoolean(true)).isFalse();
                assertThat(error.path("code").asText()).matches("[A-Z_]+");
                assertThat(error.has("message")).isTrue();
                assertThat(error.has("suggestion")).isTrue();
                assertThat(error.has("retryable")).isTrue();
              });
        });
  }

  @Test
  void thereIsAnOperationForEachListedCommand() {
    assertThat(read(document).getOpenAPI().getPaths())
        .hasSize(world.get("/commands").json().path("total").asInt());
  }
}
