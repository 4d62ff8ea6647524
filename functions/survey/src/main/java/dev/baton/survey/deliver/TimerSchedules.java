package dev.baton.survey.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.survey.core.participant.effect.Effect.ArmTimer;
import dev.baton.survey.core.participant.effect.Effect.CancelTimer;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.store.ParticipantKey;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A participant's timers as schedules. Their names are made of participant, kind and round alone.
 * Source: survey spec §5.4.
 */
final class TimerSchedules {
  private static final int NAME_LENGTH = 26;
  private static final int BASE = 32;

  private final EventBridgeSchedules schedules;

  TimerSchedules(EventBridgeSchedules schedules) {
    this.schedules = schedules;
  }

  void arm(ParticipantKey participant, ArmTimer timer) {
    String payload =
        JsonObject.builder()
            .put("page_id", participant.pageId())
            .put("user_id", participant.userId())
            .put("kind", timer.kind().wireName())
            .put("round", timer.round())
            .build()
            .write();
    String name = name(participant, timer.kind(), timer.round());
    schedules.arm(name, Instant.ofEpochMilli(timer.due()), payload);
  }

  void cancel(ParticipantKey participant, CancelTimer timer) {
    schedules.cancel(name(participant, timer.kind(), timer.round()));
  }

  static String name(ParticipantKey participant, TimerKind kind, long round) {
    return digest(participant) + "-" + kind.wireName() + "-" + round;
  }

  private static String digest(ParticipantKey participant) {
    try {
      byte[] text = (participant.pageId() + '\0' + participant.userId()).getBytes(UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      String digits = new BigInteger(1, hash).setBit(hash.length * Byte.SIZE).toString(BASE);
      return digits.substring(1, NAME_LENGTH + 1);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java runtime.", missing);
    }
  }
}
