package dev.baton.local;

import java.util.Map;

/** The system properties that lead every AWS SDK client of this JVM to the local stack. */
final class SdkProperties implements AutoCloseable {
  private final Map<String, String> properties;

  /** Sets the properties. */
  SdkProperties(String endpoint, String region) {
    properties =
        Map.of(
            "aws.endpointUrl",
            endpoint,
            "aws.region",
            region,
            "aws.accessKeyId",
            "local",
            "aws.secretAccessKey",
            "local");
    properties.forEach(System::setProperty);
  }

  /** Takes them away again. */
  @Override
  public void close() {
    properties.keySet().forEach(System::clearProperty);
  }
}
