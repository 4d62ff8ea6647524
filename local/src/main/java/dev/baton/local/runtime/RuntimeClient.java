package dev.baton.local.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * AWS's own Java runtime: the runtime interface client, which runs a handler in a process of its
 * own with the flags of {@code java25}. It exists for Linux only.
 */
public final class RuntimeClient implements AutoCloseable {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED");
  private static final List<String> JARS =
      List.of(
          "aws-lambda-java-core",
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final Path library;

  private RuntimeClient(Path library) {
    this.library = library;
  }

  /**
   * The client on this JVM's class path. Its native library is unpacked once, to a file of our own:
   * by itself each process would write the same file under the others' feet.
   *
   * @throws IllegalStateException when there is none for this machine
   */
  public static RuntimeClient unpack() throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "jni/libaws-lambda-jni.linux-" + architecture + ".so";
    try (InputStream packed = RuntimeClient.class.getClassLoader().getResourceAsStream(name)) {
      if (packed == null || !System.getProperty("os.name").equals("Linux")) {
        throw new IllegalStateException("AWS's runtime interface client runs on Linux only.");
      }
      Path library = Files.createTempFile("baton-runtime", ".so");
      Files.write(library, packed.readAllBytes());
      return new RuntimeClient(library);
    }
  }

  /**
   * What starts a function on demand.
   *
   * @param heapMegabytes largest heap
   * @param classPath further jars beside the client's; the function is found in its folder
   * @param flags further flags
   */
  public List<String> command(
      String handler, int heapMegabytes, List<String> classPath, List<String> flags) {
    return command(Initialization.ON_DEMAND, handler, heapMegabytes, classPath, flags);
  }

  /** The same in either way. */
  public List<String> command(
      Initialization initialization,
      String handler,
      int heapMegabytes,
      List<String> classPath,
      List<String> flags) {
    List<String> jars = new ArrayList<>(jars());
    jars.addAll(classPath);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(initialization.flags());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-D" + LIBRARY_PROPERTY + "=" + library);
    command.addAll(flags);
    command.addAll(List.of("-classpath", String.join(File.pathSeparator, jars), MAIN, handler));
    return command;
  }

  /**
   * The variables that Lambda sets beside the function's own, those of {@link RuntimeApi#variables}
   * not among them. Where Lambda has credentials of the function's role, the SDK is told the
   * function's name, by which the local stack knows it.
   *
   * @param awsUrl where the function finds AWS, without a slash at the end
   */
  public static Map<String, String> variables(
      Initialization initialization,
      String function,
      String handler,
      int memoryMegabytes,
      Path folder,
      String awsUrl) {
    Map<String, String> variables = new HashMap<>(initialization.variables(function));
    variables.putAll(
        Map.ofEntries(
            Map.entry("_HANDLER", handler),
            Map.entry("LAMBDA_TASK_ROOT", folder.toString()),
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("AWS_DEFAULT_REGION", "eu-central-1"),
            Map.entry("AWS_ENDPOINT_URL", awsUrl),
            Map.entry("AWS_SDK_UA_APP_ID", function),
            Map.entry("AWS_LAMBDA_FUNCTION_NAME", function),
            Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
            Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMegabytes)),
            Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON")));
    return variables;
  }

  private static List<String> jars() {
    Stream<String> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    return entries.filter(RuntimeClient::isOurs).toList();
  }

  private static boolean isOurs(String entry) {
    String name = new File(entry).getName();
    return JARS.stream().anyMatch(jar -> name.startsWith(jar + "-"));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(library);
  }
}
