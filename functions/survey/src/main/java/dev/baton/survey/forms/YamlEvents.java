package dev.baton.survey.forms;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.compile.DescriptionParser.Described;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Builds one JSON value from the events of one YAML document. An alias counts with everything it
 * stands for, so a few lines cannot grow into gigabytes. Used once; not thread-safe.
 */
final class YamlEvents {
  static final int MAXIMUM_DEPTH = 32;
  static final int MAXIMUM_VALUES = 5_000;

  private final Iterator<Event> events;
  private final YamlScalars scalars;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final Map<String, String> rewritten = new HashMap<>();
  private int values;

  private record Anchored(Json value, int size) {}

  /** Why the document cannot be data; caught where reading began. */
  private static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;

    private Unfit(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  YamlEvents(Iterator<Event> events, ScalarResolver resolver) {
    this.events = events;
    this.scalars = new YamlScalars(resolver);
  }

  Described read() {
    try {
      return new Described.Read(document(), rewritten);
    } catch (Unfit unfit) {
      return new Described.Unreadable(unfit.reason);
    }
  }

  private Json document() throws Unfit {
    Json value = JsonNull.NULL;
    boolean seen = false;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        case DocumentStart -> {
          if (seen) {
            throw new Unfit("it holds more than one document");
          }
          seen = true;
          value = value(events.next(), "", 0);
        }
        case Alias, MappingEnd, MappingStart, Scalar, SequenceEnd, SequenceStart ->
            throw new Unfit("it holds a value outside a document");
      }
    }
    return value;
  }

  private Json value(Event event, String path, int depth) throws Unfit {
    if (depth > MAXIMUM_DEPTH) {
      throw new Unfit("it is nested deeper than " + MAXIMUM_DEPTH);
    }
    count(1);
    int before = values;
    return switch (event) {
      case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar, path), before);
      case SequenceStartEvent start -> anchored(start.getAnchor(), sequence(path, depth), before);
      case MappingStartEvent start -> anchored(start.getAnchor(), mapping(path, depth), before);
      case AliasEvent alias -> aliased(alias.getAlias());
      default -> throw new Unfit("it holds an unknown structure");
    };
  }

  private Json sequence(String path, int depth) throws Unfit {
    List<Json> elements = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      elements.add(value(event, path + "/" + elements.size(), depth + 1));
      event = events.next();
    }
    return new JsonArray(elements);
  }

  private Json mapping(String path, int depth) throws Unfit {
    JsonObject.Builder members = JsonObject.builder();
    Set<String> names = new HashSet<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      String name = name(event);
      if (!names.add(name)) {
        throw new Unfit("'" + name + "' is given twice");
      }
      members.put(name, value(events.next(), path + "/" + escaped(name), depth + 1));
      event = events.next();
    }
    return members.build();
  }

  private static String name(Event event) throws Unfit {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    throw new Unfit("a key is no text");
  }

  private Json scalar(ScalarEvent event, String path) throws Unfit {
    Optional<String> tag = event.getTag();
    YamlScalars.Scalar scalar = scalars.read(event.getValue(), event.isPlain(), tag.orElse(null));
    if (scalar == null) {
      throw new Unfit("'" + event.getValue() + "' is not what its tag says");
    }
    if (scalar.writtenOtherwise()) {
      rewritten.put(path, event.getValue());
    }
    return scalar.value();
  }

  private Json anchored(Optional<Anchor> anchor, Json value, int before) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(value, values - before)));
    return value;
  }

  private Json aliased(Anchor name) throws Unfit {
    @Nullable Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new Unfit("alias '" + name.getValue() + "' stands for nothing before it");
    }
    count(anchored.size());
    return anchored.value();
  }

  private void count(int more) throws Unfit {
    values += more;
    if (values > MAXIMUM_VALUES) {
      throw new Unfit("it holds more than " + MAXIMUM_VALUES + " values");
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
