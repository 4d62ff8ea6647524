package dev.baton.local.template;

/**
 * Where the emulated resources live: what stands between the colons of their ARNs.
 *
 * @param region name of an AWS region
 * @param account twelve digits
 * @param stack name of the stack
 */
public record AwsPlace(String region, String account, String stack) {

  /** The place that the local stack pretends to be in. */
  public static final AwsPlace LOCAL = new AwsPlace("eu-central-1", "000000000000", "baton");

  /** ARN of a function. */
  public String function(String name) {
    return arn("lambda", "function:" + name);
  }

  /** ARN of a table. */
  public String table(String name) {
    return arn("dynamodb", "table/" + name);
  }

  /** ARN of a queue. */
  public String queue(String name) {
    return arn("sqs", name);
  }

  /** ARN of a schedule. */
  public String schedule(String group, String name) {
    return arn("scheduler", "schedule/" + group + "/" + name);
  }

  /** ARN of a schedule group. */
  public String scheduleGroup(String name) {
    return arn("scheduler", "schedule-group/" + name);
  }

  /** ARN of a secret, with the six random characters that AWS appends. */
  public String secret(String name) {
    return arn("secretsmanager", "secret:" + name + "-Loca1s");
  }

  /** ARN of a role. */
  public String role(String name) {
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  /** ARN of anything regional. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
