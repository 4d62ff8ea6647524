package dev.baton.local.model.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One block of a message's content. Its pieces are the deltas in which it is streamed. */
public sealed interface Block {

  /** A text. */
  record Text(List<String> pieces) implements Block {
    /** A text with a copy of its pieces. */
    public Text {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Thoughts.
   *
   * @param signature null for one made from the request
   */
  record Thinking(List<String> pieces, @Nullable String signature) implements Block {
    /** Thoughts with a copy of their pieces. */
    public Thinking {
      pieces = List.copyOf(pieces);
    }
  }

  /** Thoughts that nobody may read, in one piece. */
  record RedactedThinking(String data) implements Block {}

  /**
   * A call of a tool.
   *
   * @param id null for one made from the request
   * @param pieces of the JSON text of its arguments
   */
  record ToolUse(@Nullable String id, String name, List<String> pieces) implements Block {
    /** A call with a copy of its pieces. */
    public ToolUse {
      pieces = List.copyOf(pieces);
    }
  }
}
