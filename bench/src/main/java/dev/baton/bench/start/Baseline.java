package dev.baton.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What cold starts and zips were when somebody last accepted them: a file of lines {@code name
 * figure}. Figures of starts are ratios to a hello of the same run, figures of zips are megabytes.
 *
 * @param figures by name
 */
record Baseline(Map<String, Double> figures) {
  private static final double WORSE = 1.2;

  /** The figures of a file; none when it is not there. */
  static Baseline read(Path file) throws IOException {
    Map<String, Double> figures = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int gap = line.indexOf(' ');
        figures.put(line.substring(0, gap), Double.parseDouble(line.substring(gap + 1)));
      }
    }
    return new Baseline(figures);
  }

  /** Keeps these figures and what the file has beside them. */
  void write(Path file) throws IOException {
    Map<String, Double> all = new TreeMap<>(read(file).figures());
    all.putAll(figures);
    List<String> lines = new ArrayList<>();
    all.forEach((name, figure) -> lines.add(String.format(Locale.ROOT, "%s %.2f", name, figure)));
    Files.write(file, lines);
  }

  /** One sentence for each figure that is worse than here by more than a fifth. */
  List<String> worse(Map<String, Double> now) {
    List<String> sentences = new ArrayList<>();
    now.forEach((name, figure) -> {
      Double before = figures.get(name);
      if (before != null && figure > before * WORSE) {
        sentences.add(String.format(Locale.ROOT, "%s was %.2f and is %.2f", name, before, figure));
      }
    });
    return sentences;
  }
}
