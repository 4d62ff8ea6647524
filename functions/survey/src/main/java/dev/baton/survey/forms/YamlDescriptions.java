package dev.baton.survey.forms;

import dev.baton.survey.core.form.compile.DescriptionParser;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads descriptions as YAML 1.2 with the core schema, of which JSON is a part. Limits: {@value
 * #MAXIMUM_CHARACTERS} characters, and those of {@link YamlEvents} on depth, size and aliases.
 * Thread-safe.
 */
public final class YamlDescriptions implements DescriptionParser {

  /** The longest description that is read, in characters. */
  public static final int MAXIMUM_CHARACTERS = 65_536;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setLabel("description").build();

  @Override
  public Described parse(String text) {
    if (text.length() > MAXIMUM_CHARACTERS) {
      return new Described.Unreadable("it is longer than " + MAXIMUM_CHARACTERS + " characters");
    }
    Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
    try {
      return new YamlEvents(events, SETTINGS.getSchema().getScalarResolver()).read();
    } catch (MarkedYamlEngineException fault) {
      return new Described.Unreadable(reason(fault));
    } catch (YamlEngineException fault) {
      return new Described.Unreadable("it holds a character that YAML does not allow");
    }
  }

  private static String reason(MarkedYamlEngineException fault) {
    String place =
        fault
            .getProblemMark()
            .map(mark ->
                "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
            .orElse("");
    return place + fault.getProblem();
  }
}
