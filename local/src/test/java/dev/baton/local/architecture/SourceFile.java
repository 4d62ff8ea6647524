package dev.baton.local.architecture;

import java.nio.file.Path;

/** One Java source file: its path from the root of the checkout, and its text. */
record SourceFile(String path, String text) {

  String fileName() {
    return Path.of(path).getFileName().toString();
  }

  String folder() {
    return path.substring(0, path.length() - fileName().length());
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }

  boolean isPackageInfo() {
    return fileName().equals("package-info.java");
  }

  long lines() {
    return text.lines().count();
  }
}
