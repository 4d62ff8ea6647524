package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.template.PolicyStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements allow, as IAM would decide it. */
final class PolicyTest {
  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/Sessions";

  private static final PolicyStatement OWN_KEYS =
      new PolicyStatement(
          List.of("dynamodb:GetItem", "dynamodb:Query"),
          List.of(TABLE, TABLE + "/index/Rows"),
          Map.of("ForAllValues:StringLike", Map.of(LEADING_KEYS, List.of("rate#*", "one?"))));

  @ParameterizedTest
  @CsvSource({
    "dynamodb:GetItem, '', rate#ada, true",
    "dynamodb:GetItem, '', rate#, true",
    "dynamodb:GetItem, '', one1, true",
    "dynamodb:GetItem, '', one, false",
    "dynamodb:GetItem, '', one12, false",
    "dynamodb:GetItem, '', session#rate#ada, false",
    "dynamodb:GetItem, '', RATE#ada, false",
    "dynamodb:PutItem, '', rate#ada, false",
    "dynamodb:GetItems, '', rate#ada, false",
    "dynamodb:Query, /index/Rows, rate#ada, true",
    "dynamodb:Query, /index/Participants, rate#ada, false",
    "dynamodb:Query, s, rate#ada, false",
  })
  void anActionOnATableIsAllowedForTheKeysThatAreNamed(
      String action, String behindTable, String key, boolean allowed) {
    Permission permission =
        new Permission(action, TABLE + behindTable, Map.of(LEADING_KEYS, List.of(key)));

    assertThat(new Policy(List.of(OWN_KEYS)).allows(permission)).isEqualTo(allowed);
  }

  @Test
  void allKeysOfACallMustBeAmongThoseThatAreNamed() {
    Policy policy = new Policy(List.of(OWN_KEYS));

    assertThat(policy.allows(get(List.of("rate#a", "rate#b")))).isTrue();
    assertThat(policy.allows(get(List.of("rate#a", "owner#b")))).isFalse();
  }

  @Test
  void aCallWithoutKeysFulfilsAConditionOnAllOfThem() {
    assertThat(new Policy(List.of(OWN_KEYS)).allows(get(List.of()))).isTrue();
  }

  @Test
  void aConditionOnOneValueNeedsTheValue() {
    PolicyStatement pass =
        new PolicyStatement(
            List.of("iam:PassRole"),
            List.of("arn:aws:iam::000000000000:role/SchedulerRole"),
            Map.of("StringEquals", Map.of("iam:PassedToService", List.of("scheduler"))));
    Policy policy = new Policy(List.of(pass));

    assertThat(policy.allows(passed(List.of("scheduler")))).isTrue();
    assertThat(policy.allows(passed(List.of("lambda")))).isFalse();
    assertThat(policy.allows(passed(List.of()))).isFalse();
  }

  @Test
  void oneOfSeveralStatementsIsEnoughAndNoneAllowsNothing() {
    PolicyStatement all = new PolicyStatement(List.of("dynamodb:*"), List.of("*"), Map.of());

    assertThat(new Policy(List.of(OWN_KEYS, all)).allows(get(List.of("owner#b")))).isTrue();
    assertThat(new Policy(List.of()).allows(get(List.of("rate#a")))).isFalse();
  }

  @Test
  void anOperatorThatIsNotKnownIsAFinding() {
    PolicyStatement odd =
        new PolicyStatement(
            List.of("*"), List.of("*"), Map.of("Null", Map.of(LEADING_KEYS, List.of("true"))));

    assertThatThrownBy(() -> new Policy(List.of(odd)).allows(get(List.of("rate#a"))))
        .hasMessageContaining("Null");
  }

  @Test
  void everyActionAndEveryValueOfAConditionIsAPartOfItsOwn() {
    assertThat(new Policy(List.of(OWN_KEYS)).grants().keySet())
        .containsExactlyInAnyOrder(
            "dynamodb:GetItem on " + TABLE + " with rate#*, one?",
            "dynamodb:GetItem on " + TABLE + "/index/Rows with rate#*, one?",
            "dynamodb:Query on " + TABLE + " with rate#*, one?",
            "dynamodb:Query on " + TABLE + "/index/Rows with rate#*, one?",
            "dynamodb:LeadingKeys rate#* for dynamodb:GetItem, dynamodb:Query",
            "dynamodb:LeadingKeys one? for dynamodb:GetItem, dynamodb:Query");
  }

  private static Permission get(List<String> keys) {
    return new Permission(
        "dynamodb:GetItem", TABLE, keys.isEmpty() ? Map.of() : Map.of(LEADING_KEYS, keys));
  }

  private static Permission passed(List<String> services) {
    return new Permission(
        "iam:PassRole",
        "arn:aws:iam::000000000000:role/SchedulerRole",
        services.isEmpty() ? Map.of() : Map.of("iam:PassedToService", services));
  }
}
