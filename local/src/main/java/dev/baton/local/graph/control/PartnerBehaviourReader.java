package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.partner.PartnerBehaviour;
import dev.baton.local.graph.partner.PartnerEnding;
import dev.baton.local.graph.partner.PartnerReturn;
import dev.baton.local.graph.partner.PartnerReturn.IdsAs;
import dev.baton.local.graph.partner.PartnerReturn.MetadataAs;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a partner app shall behave: {@code behaviour} is {@code return}, {@code return_twice},
 * {@code return_from_wrong_app}, {@code never}, {@code idle} or {@code release}.
 */
final class PartnerBehaviourReader {

  private static final String WRONG_APP = "666";

  private PartnerBehaviourReader() {}

  static PartnerBehaviour read(Fields fields) {
    String behaviour = fields.text("behaviour").orElse("return");
    PartnerReturn how = readReturn(fields);
    PartnerEnding ending =
        switch (behaviour) {
          case "return" -> new PartnerEnding.Returns(how);
          case "return_twice" -> new PartnerEnding.Returns(repeated(how, 2));
          case "return_from_wrong_app" -> new PartnerEnding.Returns(from(how));
          case "never" -> new PartnerEnding.Never();
          case "idle" -> new PartnerEnding.GoesIdle();
          case "release" -> new PartnerEnding.Releases();
          default ->
              throw Fields.bad(
                  "behaviour",
                  "return, return_twice, return_from_wrong_app, never, idle or release");
        };
    Optional<Fields> otherwise = fields.nested("otherwise");
    return new PartnerBehaviour(
        fields.texts("says"),
        fields.texts("participant_writes"),
        fields.duration("after", Duration.ZERO),
        fields.flag("before_response", false),
        ending,
        fields.probability("probability", 1),
        otherwise.map(PartnerBehaviourReader::readWhole).orElse(null));
  }

  private static PartnerBehaviour readWhole(Fields fields) {
    PartnerBehaviour behaviour = read(fields);
    fields.done();
    return behaviour;
  }

  /** How a thread is given back; without these members: no metadata, to our app, once. */
  static PartnerReturn readReturn(Fields fields) {
    return new PartnerReturn(
        metadata(fields),
        choice(fields, "metadata_as", MetadataAs.values(), MetadataAs.TEXT),
        choice(fields, "ids", IdsAs.values(), IdsAs.NUMBER),
        fields.text("from").orElse(null),
        fields.text("to").orElse(null),
        Math.max(1, fields.count("times", 1)),
        fields.duration("gap", Duration.ZERO),
        fields.flag("force", false));
  }

  /**
   * {@code metadata} as it is, or with {@code metadata_size} an object of about that many bytes.
   */
  private static @Nullable JsonNode metadata(Fields fields) {
    int size = fields.count("metadata_size", 0);
    JsonNode given = fields.node("metadata");
    return size > 0 ? Trees.object().put("padding", "x".repeat(size)) : given;
  }

  private static PartnerReturn repeated(PartnerReturn how, int times) {
    return new PartnerReturn(
        how.metadata(),
        how.metadataAs(),
        how.idsAs(),
        how.from(),
        how.to(),
        times,
        how.gap(),
        how.evenIfLost());
  }

  private static PartnerReturn from(PartnerReturn how) {
    return new PartnerReturn(
        how.metadata(),
        how.metadataAs(),
        how.idsAs(),
        how.from() == null ? WRONG_APP : how.from(),
        how.to(),
        how.times(),
        how.gap(),
        how.evenIfLost());
  }

  private static <E extends Enum<E>> E choice(
      Fields fields, String name, E[] choices, E otherwise) {
    Optional<String> given = fields.text(name);
    return given
        .map(text ->
            Arrays.stream(choices)
                .filter(choice -> choice.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                    Fields.bad(
                        name, "one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT))))
        .orElse(otherwise);
  }
}
