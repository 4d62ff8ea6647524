package dev.baton.local.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsReply;
import dev.baton.local.edge.AwsService;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AwsPlace;
import java.util.Map;

/**
 * {@code GetSecretValue} of Secrets Manager, for a name or an ARN.
 *
 * <p>Source: AWS Secrets Manager API reference.
 */
public final class SecretService implements AwsService {
  private final Map<String, String> values;
  private final AwsPlace place;

  /**
   * The API in front of some secrets.
   *
   * @param values secret texts by the name of the secret
   */
  public SecretService(Map<String, String> values, AwsPlace place) {
    this.values = Map.copyOf(values);
    this.place = place;
  }

  @Override
  public AwsReply answer(AwsCall call) {
    if (!call.operation().equals("GetSecretValue")) {
      throw AwsFault.unknownOperation("secretsmanager", call.operation());
    }
    String asked = call.json().path("SecretId").asText();
    for (Map.Entry<String, String> secret : values.entrySet()) {
      String arn = place.secret(secret.getKey());
      if (asked.equals(secret.getKey()) || asked.equals(arn)) {
        return AwsReply.json(value(secret.getKey(), arn, secret.getValue()));
      }
    }
    throw new AwsFault(
        400,
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret: " + asked);
  }

  private static ObjectNode value(String name, String arn, String text) {
    ObjectNode reply =
        Jsons.object()
            .put("ARN", arn)
            .put("Name", name)
            .put("SecretString", text)
            .put("VersionId", "00000000-0000-0000-0000-000000000001");
    reply.putArray("VersionStages").add("AWSCURRENT");
    return reply;
  }
}
