package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import org.junit.jupiter.api.Test;

/** Checks the format under every JDK that Maven may run on; Spotless itself needs Maven on 25. */
final class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceIsFormatted() {
    assertThat(Repository.here().sources())
        .as("run ./mvnw spotless:apply with JAVA_HOME on a JDK 25")
        .filteredOn(source -> !isFormatted(source))
        .extracting(SourceFile::path)
        .isEmpty();
  }

  private boolean isFormatted(SourceFile source) {
    try {
      String tidy = RemoveUnusedImports.removeUnusedImports(source.text());
      String ordered = ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE);
      return formatter.formatSource(ordered).equals(source.text());
    } catch (FormatterException unreadable) {
      throw new IllegalStateException(source.path() + " cannot be parsed", unreadable);
    }
  }
}
