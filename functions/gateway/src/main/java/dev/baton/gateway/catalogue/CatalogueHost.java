package dev.baton.gateway.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CatalogueListing;
import dev.baton.shell.command.SurfaceHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.lambda.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the commands that a caller's scopes cover, under a version that changes exactly when they
 * do: another caller's version is another one.
 */
final class CatalogueHost implements SurfaceHost {
  private static final int VERSION_LENGTH = 12;

  private final Catalogue all;

  CatalogueHost(Catalogue all) {
    this.all = all;
  }

  @Override
  public HttpResponse answer(Visit visit) {
    Catalogue mine = all.coveredBy(visit.caller().scopes());
    String version = version(mine);
    String tag = "\"" + version + "\"";
    Map<String, String> query = visit.request().query();
    HttpResponse response =
        knows(visit.request().header("if-none-match"), tag)
            ? HttpResponse.json(304, "")
            : HttpResponse.json(
                200,
                CatalogueListing.of(mine, version, query.get("category"), query.get("tag"))
                    .write());
    return response.with("ETag", tag);
  }

  /** Source: RFC 9110, section 13.1.2. */
  private static boolean knows(@Nullable String header, String tag) {
    if (header != null) {
      for (String known : header.split(",")) {
        String plain = known.strip();
        if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String version(Catalogue commands) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(commands.items().write().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
