package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import java.util.Map;

/**
 * The port behind which the text of a description becomes data: YAML 1.2 with the core schema, or
 * JSON. It is total: no text makes it throw. Source: survey spec §4.3.
 */
@FunctionalInterface
public interface DescriptionParser {

  /** What the text says, or why it says nothing. */
  Described parse(String text);

  /** The result of reading one description. */
  sealed interface Described {

    /**
     * The text was read.
     *
     * @param value its content, possibly no object
     * @param rewritten numbers that JSON writes otherwise than the author did, such as {@code
     *     0123}: JSON pointer to the number as it was written
     */
    record Read(Json value, Map<String, String> rewritten) implements Described {

      /** Keeps a copy of the rewritten numbers. */
      public Read {
        rewritten = Map.copyOf(rewritten);
      }
    }

    /**
     * The text is neither YAML nor JSON.
     *
     * @param reason what is wrong and where, for the author
     */
    record Unreadable(String reason) implements Described {}
  }
}
