package dev.baton.survey.core.handoff;

/** How member names become parts of hidden value names. Source: survey specification §7.1, §7.3. */
enum Naming {
  /** Characters outside {@code [A-Za-z0-9_]} become {@code _}. */
  PLAIN {
    @Override
    boolean keeps(String member) {
      return true;
    }

    @Override
    String name(String member) {
      return safe(member);
    }
  },
  /** Snake case. */
  SNAKE {
    @Override
    boolean keeps(String member) {
      return true;
    }

    @Override
    String name(String member) {
      return safe(SnakeCase.of(member));
    }
  },
  /** Snake case without members called {@code type}. */
  FLY {
    @Override
    boolean keeps(String member) {
      return !member.equals("type");
    }

    @Override
    String name(String member) {
      return safe(SnakeCase.of(member));
    }
  };

  abstract boolean keeps(String member);

  abstract String name(String member);

  /** Each character, not each half of one, that a name may not have becomes an underscore. */
  static String safe(String name) {
    StringBuilder safe = null;
    for (int index = 0; index < name.length(); index++) {
      char character = name.charAt(index);
      if (isSafe(character)) {
        if (safe != null) {
          safe.append(character);
        }
        continue;
      }
      if (safe == null) {
        safe = new StringBuilder(name.length()).append(name, 0, index);
      }
      safe.append('_');
      index += Character.charCount(name.codePointAt(index)) - 1;
    }
    return safe == null ? name : safe.toString();
  }

  private static boolean isSafe(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character == '_';
  }
}
