package dev.baton.local.graph.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * An append-only file with one JSON object in each line, from which owners and transcripts are
 * restored after a restart. A torn last line, as a killed process leaves it, is skipped.
 */
public final class JournalFile implements ConversationJournal, AutoCloseable {

  private static final String NAME = "conversations.jsonl";

  private final Path file;
  private final BufferedWriter writer;
  private volatile boolean recording;

  private JournalFile(Path file) throws IOException {
    this.file = file;
    this.writer = open(file);
  }

  /** Opens or begins the journal of a directory, which is made if need be. */
  public static JournalFile in(Path directory) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(NAME);
      JournalFile journal = new JournalFile(file);
      if (Files.size(file) > 0) {
        // A torn last line must not swallow the first one of this run.
        journal.write(Trees.object());
      }
      return journal;
    } catch (IOException cause) {
      throw new UncheckedIOException("The conversations cannot be kept in " + directory, cause);
    }
  }

  /** Does to these conversations what the journal tells; from then on it records. */
  public void restore(Conversations conversations) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.flatMap(line -> Trees.parseObject(line).stream()).forEach(e -> apply(e, conversations));
    } catch (IOException cause) {
      throw new UncheckedIOException("The conversations in " + file + " cannot be read", cause);
    }
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
      Line said = Line.fromJson(line);
      if (said.details().path("message") instanceof ObjectNode message) {
        String mid = said.details().path("mid").asText();
        conversation.add(new SentMessage(mid, said.at(), said.from(), message), said);
      } else {
        conversation.add(said);
      }
    }
    if (entry.has("owner")) {
      JsonNode owner = entry.path("owner");
      String appId = owner.isNull() ? null : owner.asText();
      conversation.own(before -> new Ownership(appId, entry.path("since").asLong()));
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

  private static ObjectNode entry(ParticipantKey participant) {
    return Trees.object().put("page", participant.pageId()).put("user", participant.userId());
  }

  private void append(JsonNode entry) {
    if (recording) {
      write(entry);
    }
  }

  private synchronized void write(JsonNode entry) {
    try {
      writer.write(Trees.text(entry));
      writer.newLine();
      writer.flush();
    } catch (IOException cause) {
      throw new UncheckedIOException("The conversation cannot be written to " + file, cause);
    }
  }

  private static BufferedWriter open(Path file) throws IOException {
    return Files.newBufferedWriter(
        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException cause) {
      throw new UncheckedIOException("The conversations in " + file + " cannot be closed", cause);
    }
  }
}
