package dev.baton.chat.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomRulesTest {

  @ParameterizedTest
  @CsvSource({
    "true,general,true",
    "false,general,false",
    "true,private-club,false",
    "true,private,true",
    "true,Private-club,true"
  })
  void privateRoomsNeverComeIntoBeingByUse(boolean autoCreate, String roomId, boolean may) {
    assertThat(new RoomRules(autoCreate, 0).mayCreate(roomId)).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({"0,5000,true", "3,2,true", "3,3,false", "3,4,false"})
  void roomIsFullAtItsLimit(int most, long present, boolean hasPlace) {
    assertThat(new RoomRules(true, most).hasPlace(present)).isEqualTo(hasPlace);
  }
}
