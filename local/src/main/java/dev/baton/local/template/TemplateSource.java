package dev.baton.local.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where a template comes from and what surrounds it.
 *
 * @param file template.yaml
 * @param parameters values for its parameters; the others have their defaults
 * @param place region and account of the ARNs
 * @param awsUrl the edge endpoint
 * @param apiUrl the address of the HTTP API
 * @param urls finds the Function URL of a function by its logical id, without a slash at the end
 */
public record TemplateSource(
    Path file,
    Map<String, String> parameters,
    AwsPlace place,
    String awsUrl,
    String apiUrl,
    UnaryOperator<String> urls) {}
