package dev.baton.local.template;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a template comes from and what surrounds it.
 *
 * @param file template.yaml
 * @param parameters values for its parameters; the others have their defaults
 * @param place region and account of the ARNs
 * @param awsUrl the edge endpoint
 * @param apiUrl the address of the HTTP API
 */
public record TemplateSource(
    Path file, Map<String, String> parameters, AwsPlace place, String awsUrl, String apiUrl) {}
