package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.baton.local.template.TemplateYaml;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that are servers are deployed so that they can stream. */
final class ServersTest {
  private static final String SETTINGS = "local/src/test/resources/local/deployed-server.yaml";

  private final Repository repository = Repository.here();

  @Test
  void serversHaveTheirSettings() {
    TemplateFile template = TemplateFile.of(repository);

    assertThat(template.functions().stream().filter(DeployedFunction::isServer))
        .allSatisfy(server -> assertThat(ServerSettings.findings(server, template)).isEmpty());
  }

  @Test
  void serversAreFinalAndMadeWithoutArguments() {
    Set<JavaModifier> modifiers = Set.of(JavaModifier.FINAL, JavaModifier.PUBLIC);

    assertThat(ProductionClasses.servers(ProductionClasses.read()))
        .allSatisfy(server -> {
          assertThat(server.getModifiers()).containsAll(modifiers);
          assertThat(server.getConstructor().getModifiers()).contains(JavaModifier.PUBLIC);
        });
  }

  @Test
  void onlyServersHaveAServersVariables() {
    assertThat(TemplateFile.of(repository).functions())
        .filteredOn(function -> !function.isServer())
        .allSatisfy(function ->
            assertThat(function.variables())
                .noneMatch(name -> name.equals("BATON_SERVER") || name.startsWith("AWS_L")));
  }

  @Test
  void aServerWithAllSettingsHasNoFinding() {
    assertThat(findings(fixture())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Layers",
        "/Timeout",
        "/MemorySize",
        "/ReservedConcurrentExecutions",
        "/FunctionUrlConfig/AuthType",
        "/FunctionUrlConfig/InvokeMode",
        "/FunctionUrlConfig/Cors/AllowOrigins",
        "/FunctionUrlConfig/Cors/AllowCredentials",
        "/FunctionUrlConfig/Cors/AllowMethods",
        "/FunctionUrlConfig/Cors/AllowHeaders",
        "/Environment/Variables/BATON_SERVER",
        "/Environment/Variables/AWS_LAMBDA_EXEC_WRAPPER",
        "/Environment/Variables/AWS_LWA_INVOKE_MODE",
        "/Environment/Variables/AWS_LWA_PORT",
        "/Environment/Variables/AWS_LWA_READINESS_CHECK_PATH",
        "/Environment/Variables/AWS_LWA_READINESS_CHECK_HEALTHY_STATUS"
      })
  void aSettingThatIsMissingIsFound(String place) {
    ObjectNode tree = fixture();
    int last = place.lastIndexOf('/');
    ((ObjectNode) properties(tree).at(place.substring(0, last))).remove(place.substring(last + 1));

    assertThat(findings(tree)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AWS_LWA_ERROR_STATUS_CODES", "AWS_LWA_ENABLE_COMPRESSION", "AWS_LWA_ASYNC_INIT"})
  void aVariableThatHarmsStreamsIsFound(String name) {
    ObjectNode tree = fixture();
    ((ObjectNode) properties(tree).at("/Environment/Variables")).put(name, "true");

    assertThat(findings(tree)).singleElement().asString().contains(name);
  }

  private ObjectNode fixture() {
    return TemplateYaml.read(repository.text(SETTINGS));
  }

  private static JsonNode properties(JsonNode tree) {
    return tree.at("/Resources/ToyStreamFunction/Properties");
  }

  private static List<String> findings(JsonNode tree) {
    TemplateFile template = new TemplateFile(tree);
    return ServerSettings.findings(template.functions().getFirst(), template);
  }
}
