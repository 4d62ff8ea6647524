package dev.baton.survey.core.inbound;

import java.util.List;
import java.util.Map;

/**
 * The roles that apps play on a page now, {@code app_roles}. It concerns no participant.
 *
 * @param pageId the page's id
 * @param roles role names by app id
 */
public record RolesChanged(String pageId, Map<String, List<String>> roles) implements Inbound {

  /** The role of the app that may pass thread control. */
  public static final String PRIMARY_RECEIVER = "primary_receiver";

  /** Keeps a copy of the roles. */
  public RolesChanged {
    roles = Map.copyOf(roles);
  }

  /** Whether the app is listed but no longer the primary receiver. */
  public boolean takesPrimaryReceiverFrom(String appId) {
    List<String> ours = roles.get(appId);
    return ours != null && !ours.contains(PRIMARY_RECEIVER);
  }
}
