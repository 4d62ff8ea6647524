package dev.baton.gateway.core.bootstrap;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.gateway.core.catalogue.CatalogueEntry;
import dev.baton.gateway.core.catalogue.CommandGate;
import java.util.ArrayList;
import java.util.List;

/** The data of {@code afd-detail}: everything about some commands. */
public final class DetailView {
  private DetailView() {}

  /** What there is to know about each of the names, in their order. */
  public static JsonArray of(List<String> names, CommandGate gate) {
    List<Json> details = new ArrayList<>();
    names.forEach(name -> details.add(detail(name, gate)));
    return new JsonArray(details);
  }

  private static JsonObject detail(String name, CommandGate gate) {
    CatalogueEntry entry = gate.all().coveredBy(gate.scopes()).find(name);
    if (entry == null) {
      Refused refusal = gate.unknown(name);
      return JsonObject.builder()
          .put("name", name)
          .put("found", false)
          .put("error", refusal.error().toJson())
          .build();
    }
    JsonObject.Builder detail =
        JsonObject.builder().put("found", true).put("callable", entry.on(gate.surface()));
    entry.item().members().forEach(member -> detail.put(member.name(), member.value()));
    return detail.build();
  }
}
