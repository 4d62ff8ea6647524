package dev.baton.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.edge.EdgeClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * The template becomes a stack in MiniStack, by SAM's own translator and a CloudFormation that
 * other people wrote. The zips hold nothing, because no function is called.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class MiniStackTemplateIT {
  private static final Pattern CODE = Pattern.compile("CodeUri: (\\S+)");
  private static final Pattern CALLED = Pattern.compile(":function:[A-Za-z0-9_-]+(:live)?");
  private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9]+)`");
  private static final String VARIABLE = "GRAPH_API_VERSION";

  private final Map<String, String> refused = new TreeMap<>();
  private MiniStack process;
  private TemplateStack stack;
  private LambdaClient lambda;
  private String template;

  @BeforeAll
  void deploy(@TempDir Path directory) throws Exception {
    process = MiniStack.start(directory);
    stack = new TemplateStack(process.endpoint());
    lambda = EdgeClients.of(LambdaClient.builder(), process.endpoint());
    template = withCodeInABucket(Files.readString(Path.of("../template.yaml")));
    while (!stack.create(template, parameters("v1.0")).equals("CREATE_COMPLETE")) {
      Map<String, String> found = stack.refused();
      assertThat(found).isNotEmpty();
      refused.putAll(found);
      String less = without(template, found.keySet());
      assertThat(less).as("without %s", found).isNotEqualTo(template);
      template = less;
      stack.delete();
    }
  }

  @AfterAll
  void stop() throws Exception {
    if (process != null) {
      process.close();
    }
    if (lambda != null) {
      stack.close();
      lambda.close();
    }
  }

  @Test
  void whatIsRefusedStandsInThePageOnOperations() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    Files.readString(Path.of("../docs/operations.md"))
        .lines()
        .dropWhile(line -> !line.startsWith("| MiniStack refuses |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> row.split("\\|"))
        .forEach(row ->
            NAME.matcher(row[1])
                .results()
                .forEach(name -> documented.put(name.group(1), row[2].replace("`", "").strip())));

    assertThat(refused).isEqualTo(documented);
  }

  @Test
  void functionsAreCalledByTheAliasOfTheirVersion() {
    List<FunctionConfiguration> functions =
        lambda.listFunctionsPaginator().functions().stream().toList();
    String variables =
        functions.stream()
            .flatMap(function -> function.environment().variables().values().stream())
            .collect(Collectors.joining("\n"));

    assertThat(functions)
        .hasSizeGreaterThan(50)
        .allSatisfy(function ->
            assertThat(aliases(function))
                .extracting(AliasConfiguration::name)
                .containsExactly("live"));
    assertThat(CALLED.matcher(variables).results())
        .hasSizeGreaterThan(10)
        .extracting(MatchResult::group)
        .allMatch(called -> called.endsWith(":live"));
    assertThat(lambda.listEventSourceMappings().eventSourceMappings())
        .isNotEmpty()
        .extracting(EventSourceMappingConfiguration::functionArn)
        .allMatch(called -> called.endsWith(":live"));
  }

  /** Why there is a digest among the variables; docs/deploy.md has the story. */
  @Test
  void anotherValueReachesTheAliasWithAnotherDigestAlone() throws Exception {
    String function =
        lambda.listFunctionsPaginator().functions().stream()
            .map(FunctionConfiguration::functionName)
            .filter(name -> name.contains("SurveyDeliverFunction"))
            .findFirst()
            .orElseThrow();

    assertThat(stack.update(template, parameters("v2.0"))).isEqualTo("UPDATE_COMPLETE");
    assertThat(variable(function, "$LATEST")).isEqualTo("v2.0");
    assertThat(variable(function, "live")).isEqualTo("v1.0");

    String another = template.replaceFirst("(BATON_PARAMETERS: ).*", "$1\"00000000\"");
    assertThat(stack.update(another, parameters("v2.0"))).isEqualTo("UPDATE_COMPLETE");
    assertThat(variable(function, "live")).isEqualTo("v2.0");
  }

  private List<AliasConfiguration> aliases(FunctionConfiguration function) {
    return lambda.listAliases(list -> list.functionName(function.functionName())).aliases();
  }

  private String variable(String function, String qualifier) {
    return lambda
        .getFunctionConfiguration(get -> get.functionName(function).qualifier(qualifier))
        .environment()
        .variables()
        .getOrDefault(VARIABLE, "");
  }

  private static Map<String, String> parameters(String graphApiVersion) {
    return Map.of("FacebookAppId", "555000111", "GraphApiVersion", graphApiVersion);
  }

  private String withCodeInABucket(String text) throws IOException, InterruptedException {
    byte[] nothing = zip();
    StringBuilder result = new StringBuilder();
    var code = CODE.matcher(text);
    while (code.find()) {
      code.appendReplacement(result, "CodeUri: " + stack.store(code.group(1), nothing));
    }
    return code.appendTail(result).toString();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("nothing"));
      zip.write("nothing".getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The template without these resources: what is indented below their names. */
  private static String without(String template, Set<String> names) {
    StringBuilder rest = new StringBuilder();
    boolean among = false;
    for (String line : template.split("\n", -1)) {
      if (line.matches(" {0,2}\\S.*")) {
        among = names.stream().anyMatch(name -> line.equals("  " + name + ":"));
      }
      if (!among) {
        rest.append(line).append('\n');
      }
    }
    return rest.toString();
  }
}
