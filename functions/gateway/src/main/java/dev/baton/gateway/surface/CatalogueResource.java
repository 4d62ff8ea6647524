package dev.baton.gateway.surface;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.result.Fault;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.shell.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;

/** The generated catalogue that is deployed with the gateway. */
public final class CatalogueResource {
  private static final String NAME = "/dev/baton/gateway/catalogue.json";
  private static final int DEEPEST = 100;

  private CatalogueResource() {}

  /** The catalogue; empty in a build that has not generated it yet. */
  public static Catalogue read() {
    try (InputStream resource = CatalogueResource.class.getResourceAsStream(NAME)) {
      Json json =
          resource == null
              ? JsonArray.EMPTY
              : JsonReader.refusingDuplicates(DEEPEST).read(resource.readAllBytes()).orNull();
      if (json == null) {
        throw new Fault(Fault.Category.BUG, "The catalogue " + NAME + " is not JSON.");
      }
      return Catalogue.of(json);
    } catch (IOException unreadable) {
      throw new Fault(Fault.Category.BUG, "The catalogue " + NAME + " is unreadable.", unreadable);
    }
  }
}
