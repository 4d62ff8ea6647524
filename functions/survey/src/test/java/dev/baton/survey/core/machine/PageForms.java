package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.Forms;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The forms of the page: all versions, and which is the newest. */
final class PageForms {
  private final Map<String, Form> newest = new HashMap<>();
  private final Map<Need.FormVersion, Form> versions = new HashMap<>();

  void add(String shortcode, Json json, FormOptions options) {
    Form old = newest.get(shortcode);
    add(Forms.compile(shortcode, old == null ? 1 : old.version() + 1, json, options));
  }

  void add(Form form) {
    newest.put(form.shortcode(), form);
    versions.put(new Need.FormVersion(form.shortcode(), form.version()), form);
  }

  Loaded load(Loaded loaded, Need need, Set<String> taken) {
    return switch (need) {
      case Need.FormVersion version -> loaded.with(version, versions.get(version));
      case Need.NewestForm form -> loaded.with(form, newest.get(form.shortcode()));
      case Need.Taken mark -> loaded.with(mark, taken.contains(mark.shortcode()));
    };
  }
}
