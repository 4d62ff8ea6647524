package dev.baton.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.core.schema.ShapeCheck;
import dev.baton.shell.command.Arguments;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a command declares and what its typed record reads are the same fields: the record can be
 * made of exactly the declared ones, and changing any of them changes the record.
 */
class TypedInputTest {
  // Texts that fit every declared shape of texts, ids among them.
  private static final List<String> TEXTS =
      List.of(
          "17",
          "18",
          "chat-*",
          "key-*",
          "private-17",
          "private-18",
          "30/PT1M/10",
          "60/PT1M/10",
          "ses_4kq0Zt1mB7cX2vNn8aYwPg",
          "ses_5kq0Zt1mB7cX2vNn8aYwPg",
          "key_4kq0Zt1mB7cX2vNn",
          "key_5kq0Zt1mB7cX2vNn");

  @ParameterizedTest
  @MethodSource("commandsWithTypedInputs")
  void everyDeclaredFieldReachesTheTypedInput(String name, Class<?> input, Shape shape)
      throws ReflectiveOperationException {
    Method of = input.getDeclaredMethod("of", Arguments.class);
    of.setAccessible(true);
    JsonObject whole = sample(shape, 0);
    assertThat(ShapeCheck.of(whole, shape)).as(name).isEmpty();
    Object made = of.invoke(null, new Arguments(whole));

    for (Field field : shape.fields()) {
      Json other = value(field.type(), 1);
      JsonObject changed = with(whole, field.name(), other);
      assertThat(ShapeCheck.of(changed, shape)).as(name + " " + field.name()).isEmpty();
      boolean isRead = !made.equals(of.invoke(null, new Arguments(changed)));
      // Two cursors that nobody gave are alike; none is not.
      boolean isMissed =
          !field.required()
              && field.fallback() == null
              && !made.equals(of.invoke(null, new Arguments(without(whole, field.name()))));
      assertThat(isRead || isMissed).as("%s reads %s", name, field.name()).isTrue();
    }
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> commandsWithTypedInputs()
      throws IOException {
    String template = Files.readString(root().resolve("template.yaml"));
    Map<CommandDefinition, String> handlers = DeployedCommands.withHandlers(template);
    return handlers.entrySet().stream().flatMap(entry -> typed(entry.getKey(), entry.getValue()));
  }

  private static Stream<org.junit.jupiter.params.provider.Arguments> typed(
      CommandDefinition command, String handler) {
    try {
      Class<?> input = Class.forName(handler.replaceAll("Handler$", "Input"));
      return Stream.of(
          org.junit.jupiter.params.provider.Arguments.of(command.name(), input, command.input()));
    } catch (ClassNotFoundException untyped) {
      return Stream.of();
    }
  }

  private static JsonObject sample(Shape shape, int variant) {
    JsonObject.Builder sample = JsonObject.builder();
    shape.fields().forEach(field -> sample.put(field.name(), value(field.type(), variant)));
    return sample.build();
  }

  private static JsonObject with(JsonObject object, String name, Json value) {
    JsonObject.Builder changed = JsonObject.builder();
    for (JsonObject.Member member : object.members()) {
      changed.put(member.name(), member.name().equals(name) ? value : member.value());
    }
    return changed.build();
  }

  private static JsonObject without(JsonObject object, String name) {
    return new JsonObject(
        object.members().stream().filter(member -> !member.name().equals(name)).toList());
  }

  private static Json value(FieldType type, int variant) {
    return switch (type) {
      case FieldType.Text text ->
          Json.of(
              TEXTS.stream()
                  .filter(each -> ShapeCheck.of(Json.of(each), text).isEmpty())
                  .skip(variant)
                  .findFirst()
                  .orElseThrow());
      case FieldType.FreeText text -> Json.of("text" + variant);
      case FieldType.Choice(List<String> words) -> Json.of(words.get(words.size() - 1 - variant));
      case FieldType.Whole(long least, long greatest) -> Json.of(least + 1 + variant);
      case FieldType.Decimal decimal -> Json.of(1 + variant);
      case FieldType.Truth truth -> Json.of(variant == 0);
      case FieldType.Moment moment -> Json.of(1_000L + variant);
      case FieldType.Timestamp timestamp -> Json.of("2026-01-15T10:00:0" + variant + ".000Z");
      case FieldType.FreeObject object -> JsonObject.builder().put("type", "x" + variant).build();
      case FieldType.Document document -> JsonObject.builder().put("title", variant).build();
      case FieldType.Anything anything -> Json.of(variant);
      case FieldType.Nested(Shape shape) -> sample(shape, variant);
      case FieldType.ListOf list -> JsonArray.of(value(list.element(), variant));
      case FieldType.MapOf(FieldType each) ->
          JsonObject.builder().put("key", value(each, variant)).build();
      case FieldType.Either(List<FieldType> types) -> value(types.getFirst(), variant);
    };
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "The folder of the checkout");
    }
    return folder;
  }
}
