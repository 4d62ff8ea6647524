package dev.baton.local.graph.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.LineFile;
import dev.baton.local.graph.json.Trees;
import java.nio.file.Path;

/** A file from which owners and transcripts are restored after a restart. */
public final class JournalFile implements ConversationJournal, AutoCloseable {

  private final LineFile file;
  private volatile boolean recording;

  /** The journal in this folder, {@code conversations.jsonl}. */
  public JournalFile(Path directory) {
    this.file = new LineFile(directory.resolve("conversations.jsonl"));
  }

  /** Does to these conversations what the journal tells; from then on it records. */
  public void restore(Conversations conversations) {
    file.forEach(entry -> apply(entry, conversations));
    recording = true;
  }

  private static void apply(ObjectNode entry, Conversations conversations) {
    if (entry.path("cleared").asBoolean()) {
      conversations.clear();
    }
    if (!entry.has("user")) {
      return;
    }
    Conversation conversation =
        conversations.of(
            new ParticipantKey(entry.path("page").asText(), entry.path("user").asText()));
    if (entry.path("line") instanceof ObjectNode line) {
      say(conversation, Line.fromJson(line));
    }
    if (entry.has("owner")) {
      JsonNode owner = entry.path("owner");
      String appId = owner.isNull() ? null : owner.asText();
      conversation.own(before -> new Ownership(appId, entry.path("since").asLong()));
    }
  }

  private static void say(Conversation conversation, Line line) {
    if (line.details().path("message") instanceof ObjectNode message) {
      String mid = line.details().path("mid").asText();
      conversation.add(new SentMessage(mid, line.at(), line.from(), message), line);
    } else {
      conversation.add(line);
    }
  }

  @Override
  public void owned(ParticipantKey participant, Ownership ownership) {
    append(entry(participant).put("owner", ownership.appId()).put("since", ownership.since()));
  }

  @Override
  public void said(ParticipantKey participant, Line line) {
    append(entry(participant).set("line", line.toJson()));
  }

  @Override
  public void cleared() {
    append(Trees.object().put("cleared", true));
  }

  private void append(JsonNode entry) {
    if (recording) {
      file.append(entry);
    }
  }

  private static ObjectNode entry(ParticipantKey participant) {
    return Trees.object().put("page", participant.pageId()).put("user", participant.userId());
  }

  @Override
  public void close() {
    file.close();
  }
}
