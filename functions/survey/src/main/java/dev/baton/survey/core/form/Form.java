package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.survey.core.values.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled form: everything that a survey needs of it while it runs. Immutable. Source: survey
 * spec §4.
 */
public final class Form {
  private final Head head;
  private final List<Field> fields;
  private final Map<String, Field> byRef;
  private final Set<String> rememberedRefs;
  private final @Nullable OutcomeRule outcome;

  /**
   * What a form is beside its fields.
   *
   * @param shortcode its name on its page
   * @param version the number of its import, 0 while it has none
   * @param title its title, possibly empty
   * @param messages the sentences that the engine says in it
   * @param options the import's options
   * @param variables the variables at the start
   */
  public record Head(
      String shortcode,
      int version,
      String title,
      MessageTexts messages,
      FormOptions options,
      Map<String, Json> variables) {

    /** Keeps a copy of the variables. */
    public Head {
      variables = Map.copyOf(variables);
    }
  }

  /** A form with all its parts. */
  public Form(
      Head head, List<Field> fields, Set<String> rememberedRefs, @Nullable OutcomeRule outcome) {
    this.head = head;
    this.fields = List.copyOf(fields);
    this.byRef = byRef(fields);
    this.rememberedRefs = Set.copyOf(rememberedRefs);
    this.outcome = outcome;
  }

  /** Its name on its page. */
  public String shortcode() {
    return head.shortcode();
  }

  /** The number of its import, 0 while it has none. */
  public int version() {
    return head.version();
  }

  /** Its title, possibly empty. */
  public String title() {
    return head.title();
  }

  /** The sentences that the engine says in it. */
  public MessageTexts messages() {
    return head.messages();
  }

  /** The import's options. */
  public FormOptions options() {
    return head.options();
  }

  /** The variables at the start, those that logic names among them. */
  public Map<String, Json> variables() {
    return head.variables();
  }

  /** All fields in order, endings last; at least one. */
  public List<Field> fields() {
    return fields;
  }

  /** The refs whose last answer the state of a participant has to keep. */
  public Set<String> rememberedRefs() {
    return rememberedRefs;
  }

  /** The rule that chooses the ending; null when there is none. */
  public @Nullable OutcomeRule outcome() {
    return outcome;
  }

  /** The first field. */
  public Field first() {
    return fields.getFirst();
  }

  /** The field of that ref, or null when there is none. */
  public @Nullable Field field(String ref) {
    return byRef.get(ref);
  }

  /** The next field in order, or null after the last. */
  public @Nullable Field after(Field field) {
    return field.position() < fields.size() ? fields.get(field.position()) : null;
  }

  /** What leaving the field comes to: calculations, then stitch, jump, order or outcome. */
  public Departure leave(Field field, Values values) {
    return Leaving.leave(this, field, values);
  }

  private static Map<String, Field> byRef(List<Field> fields) {
    Map<String, Field> byRef = new HashMap<>();
    for (Field field : fields) {
      byRef.putIfAbsent(field.ref(), field);
    }
    return Map.copyOf(byRef);
  }
}
