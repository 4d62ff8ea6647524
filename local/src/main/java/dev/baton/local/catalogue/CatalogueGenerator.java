package dev.baton.local.catalogue;

import dev.baton.core.lint.Finding;
import dev.baton.core.lint.HandoffLint;
import dev.baton.core.lint.SurfaceLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the gateway's catalogue anew: {@code ./mvnw -q -Pcatalogue}. Takes the folder of the
 * checkout as its argument. Refuses definitions in which the lint finds something.
 */
public final class CatalogueGenerator {
  /** Where the catalogue is kept, from the folder of the checkout. */
  public static final String RESOURCE =
      "functions/gateway/src/main/resources/dev/baton/gateway/catalogue.json";

  private CatalogueGenerator() {}

  /** Generates the resource of the checkout in the given folder. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
    Catalogue catalogue =
        new Catalogue(DeployedCommands.of(Files.readString(root.resolve("template.yaml"))));
    List<Finding> findings =
        Stream.concat(
                SurfaceLint.of(catalogue.commands()).stream(),
                HandoffLint.of(catalogue.commands()).stream())
            .toList();
    if (!findings.isEmpty()) {
      throw new IllegalStateException("The commands cannot be published: " + findings);
    }
    Path resource = root.resolve(RESOURCE);
    Files.createDirectories(resource.getParent());
    Files.writeString(resource, catalogue.text());
  }
}
