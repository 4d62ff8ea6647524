package dev.baton.local.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The contents of zips that are deployed, each unpacked once, when it is first asked for. Deleted
 * when closed. Not safe for use by several threads at a time.
 */
public final class TaskFolders implements AutoCloseable {
  private final Map<Path, TaskFolder> folders = new HashMap<>();

  /** None yet. */
  public TaskFolders() {}

  /** The contents of a zip. */
  public TaskFolder of(Path zip) throws IOException {
    TaskFolder folder = folders.get(zip);
    if (folder == null) {
      folder = TaskFolder.ofZip(zip);
      folders.put(zip, folder);
    }
    return folder;
  }

  @Override
  public void close() throws IOException {
    for (TaskFolder folder : folders.values()) {
      folder.close();
    }
  }
}
