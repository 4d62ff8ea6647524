package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An {@code AWS::DynamoDB::Table}.
 *
 * @param name its name
 * @param properties the properties of the resource, resolved
 */
public record TableDefinition(String name, JsonNode properties) {}
