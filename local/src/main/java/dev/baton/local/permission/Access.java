package dev.baton.local.permission;

import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsGuard;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.PolicyStatement;
import dev.baton.local.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every function to its policy and remembers which parts of it were not needed yet. Whoever
 * is no function of the template may do everything.
 */
public final class Access implements AwsGuard {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final Map<String, Policy> policies = new HashMap<>();
  private final Permissions permissions;
  private final Map<String, Map<String, PolicyStatement>> unused = new ConcurrentHashMap<>();
  private final Set<String> actions = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /** Access as a template grants it. */
  public Access(Template template, AwsPlace place) {
    template
        .policies()
        .forEach((function, statements) -> {
          Policy policy = new Policy(statements);
          policies.put(function, policy);
          unused.put(function, new ConcurrentHashMap<>(policy.grants()));
        });
    permissions = new Permissions(template, place);
  }

  @Override
  public boolean knows(String caller) {
    return policies.containsKey(caller);
  }

  @Override
  public void check(String caller, String service, AwsCall call) {
    Policy policy = policy(caller);
    for (Permission permission : permissions.of(service, call)) {
      if (!policy.allows(permission)) {
        throw refusal(caller, permission, call);
      }
      unused
          .getOrDefault(caller, new HashMap<>())
          .entrySet()
          .removeIf(grant -> Policy.allows(grant.getValue(), permission));
      actions.add(permission.action());
    }
  }

  private AwsFault refusal(String caller, Permission permission, AwsCall call) {
    String message =
        "%s is not authorized to perform: %s on resource: %s because no policy of template.yaml"
                .formatted(caller, permission.action(), permission.resource())
            + " allows it with %s".formatted(permission.context());
    LOG.error(message);
    refused.add(message);
    // The services with a JSON protocol say it with another status than those with paths.
    int status = call.operation().isEmpty() ? 403 : 400;
    return new AwsFault(status, "AccessDeniedException", message);
  }

  /** The policy of a function, which allows nothing when there is no such function. */
  public Policy policy(String function) {
    return policies.getOrDefault(function, new Policy(List.of()));
  }

  /** What was refused to functions since the start. */
  public Set<String> refused() {
    return new TreeSet<>(refused);
  }

  /** The actions that functions were allowed since the start, such as {@code sqs:SendMessage}. */
  public Set<String> actions() {
    return new TreeSet<>(actions);
  }

  /** The parts of each function's policy that no call has needed since the start. */
  public Map<String, Set<String>> unused() {
    Map<String, Set<String>> left = new TreeMap<>();
    unused.forEach((function, grants) -> left.put(function, new TreeSet<>(grants.keySet())));
    left.values().removeIf(Set::isEmpty);
    return left;
  }
}
