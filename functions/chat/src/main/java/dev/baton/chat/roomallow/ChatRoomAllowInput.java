package dev.baton.chat.roomallow;

import dev.baton.core.json.JsonText;
import dev.baton.shell.command.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may enter which room.
 *
 * @param roomId the room
 * @param owners the owners beside its host
 */
record ChatRoomAllowInput(String roomId, List<String> owners) {

  /** An input over a copy. */
  ChatRoomAllowInput {
    owners = List.copyOf(owners);
  }

  static ChatRoomAllowInput of(Arguments arguments) {
    return new ChatRoomAllowInput(
        arguments.requiredText("roomId"),
        arguments.json().array("owners").stream().map(each -> ((JsonText) each).value()).toList());
  }

  /** All who may enter, each once, the host first. */
  List<String> admitted(String host) {
    List<String> all = new ArrayList<>(List.of(host));
    all.addAll(owners);
    return all.stream().distinct().toList();
  }
}
