package dev.baton.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.json.Jsons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  @TempDir Path directory;

  @Test
  void whatWasPutIsThereAfterAnUncleanEnd() {
    Journal killed = Journal.open(directory, "things");
    killed.put("a", Jsons.tree("first"));
    killed.put("b", Jsons.tree(2));
    killed.put("a", Jsons.tree("second"));
    killed.remove("b");

    try (Journal next = Journal.open(directory, "things")) {
      assertThat(next.entries()).containsOnlyKeys("a").containsValue(Jsons.tree("second"));
    }
  }

  @Test
  void aTornLastLineIsDropped() throws Exception {
    try (Journal journal = Journal.open(directory, "things")) {
      journal.put("a", Jsons.tree(1));
    }
    Files.writeString(
        directory.resolve("things.journal"), "{\"key\":\"b\",\"val", StandardOpenOption.APPEND);

    try (Journal next = Journal.open(directory, "things")) {
      next.put("c", Jsons.tree(3));
      assertThat(next.entries()).containsOnlyKeys("a", "c");
    }
    try (Journal last = Journal.open(directory, "things")) {
      assertThat(last.entries()).containsOnlyKeys("a", "c");
    }
  }

  @Test
  void theFileStaysSmallHoweverOftenAKeyChanges() throws Exception {
    try (Journal journal = Journal.open(directory, "things")) {
      for (int i = 0; i < 20_000; i++) {
        journal.put("key", Jsons.tree(i));
      }
      assertThat(Files.size(directory.resolve("things.journal"))).isLessThan(100_000);
    }
    try (Journal next = Journal.open(directory, "things")) {
      assertThat(next.get("key")).isEqualTo(Jsons.tree(19_999));
    }
  }

  @Test
  void withoutADirectoryNothingIsWritten() {
    Journal journal = Journal.open(null, "things");

    journal.put("a", Jsons.tree(1));

    assertThat(journal.size()).isEqualTo(1);
    assertThat(directory).isEmptyDirectory();
  }
}
