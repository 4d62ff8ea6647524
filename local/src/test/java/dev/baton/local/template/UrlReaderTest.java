package dev.baton.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that are servers, as a template describes them. */
final class UrlReaderTest {
  private static final Path SERVERS = Path.of("src/test/resources/local/server.yaml");
  private static final String URL = "{AuthType: NONE, InvokeMode: RESPONSE_STREAM}";

  @TempDir Path directory;

  @Test
  void aServerHasItsClassAndUrl() {
    FunctionDefinition function = read(SERVERS).functions().getFirst();

    assertThat(function.isServer()).isTrue();
    assertThat(function.server()).isEqualTo("dev.baton.local.toy.ToyServer");
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(30));
    CorsDefinition cors = Objects.requireNonNull(Objects.requireNonNull(function.url()).cors());
    assertThat(cors.allowOrigins()).isEqualTo(List.of("https://console.example.org"));
    assertThat(cors.allowCredentials()).isTrue();
  }

  @Test
  void otherFunctionsGetTheAddressOfAUrl() {
    assertThat(read(SERVERS).functions().getLast().environment())
        .containsEntry("STREAM_URL", "http://ToyStreamFunction.local/api/toy/stream")
        .containsEntry("BRIEF_URL", "http://BriefStreamFunction.local/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.Handler | {AuthType: NONE, InvokeMode: RESPONSE_STREAM} | run.sh",
        "run.sh | {AuthType: AWS_IAM, InvokeMode: RESPONSE_STREAM} | AuthType",
        "run.sh | {AuthType: NONE, InvokeMode: BUFFERED} | InvokeMode",
        "run.sh | {AuthType: NONE} | InvokeMode"
      })
  void aUrlThatIsNotStreamedToEverybodyIsAFinding(String handler, String url, String named)
      throws Exception {
    Path file = template(handler, url);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("AFunction")
        .hasMessageContaining(named);
  }

  @Test
  void aServerWithoutItsClassIsAFinding() throws Exception {
    FunctionDefinition function = read(template("run.sh", URL)).functions().getFirst();

    assertThatThrownBy(function::server)
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("BATON_SERVER");
  }

  private Path template(String handler, String url) throws Exception {
    return Files.writeString(
        directory.resolve("template.yaml"),
        """
        Resources:
          AFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: %s
              FunctionUrlConfig: %s
        """
            .formatted(handler, url));
  }

  private static Template read(Path file) {
    return TemplateReader.read(
        new TemplateSource(
            file,
            Map.of(),
            AwsPlace.LOCAL,
            "http://aws",
            "http://127.0.0.1:8080",
            function -> "http://" + function + ".local"));
  }
}
