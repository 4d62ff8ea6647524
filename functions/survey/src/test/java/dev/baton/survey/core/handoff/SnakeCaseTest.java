package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

  @ParameterizedTest
  @CsvSource({
    "readingLevel2, reading_level_2",
    "HTMLPage, html_page",
    "x1y, x_1_y",
    "a-b, a_b",
    "reading_level, reading_level",
    "Reading Level, reading_level",
    "'  a  b ', a_b",
    "__a__b__, a_b",
    "a.b/c, a_b_c",
    "A, a",
    "AB, ab",
    "Ab, ab",
    "aB, a_b",
    "aBC, a_bc",
    "aBCd, a_b_cd",
    "ABCd, ab_cd",
    "A1, a_1",
    "1A, 1_a",
    "A1B2, a_1_b_2",
    "12, 12",
    "a0b9c, a_0_b_9_c",
    "pageHTML, page_html",
    "caf\u00e9, cafe",
    "\u00c9t\u00e9, ete",
    "na\u00efve\u00c4rger, naive_arger",
    "Stra\u00dfe, strasse",
    "\u00c6on, aeon",
    "\u00e6x, aex",
    "\u0152uf, oeuf",
    "c\u0153ur, coeur",
    "\u00d8re, ore",
    "sm\u00f8r, smor",
    "\u0110\u00d0, dd",
    "\u0111\u00f0, dd",
    "\u0141\u00f3d\u017a, lodz",
    "z\u0142oty, zloty",
    "\u00deor, thor",
    "\u00feorn, thorn",
    "\u0131x, ix",
    "don't, dont",
    "don\u2019t, dont",
    "1st, 1st",
    "1stPlace, 1st_place",
    "2ndTry, 2nd_try",
    "23rd_one, 23rd_one",
    "4th, 4th",
    "5TH, 5th",
    "5THx, 5th_x",
    "11st, 11st",
    "1nd, 1_nd",
    "1sts, 1_sts",
    "1st2, 1_st_2",
    "5THX, 5_thx",
    "5TH1, 5_th_1",
    "5tH, 5_t_h",
    "1s, 1_s",
    "'', ''",
    "--, ''",
    "\u65e5\u672cX, \u65e5\u672c_x",
    "\ud83d\ude00a, \ud83d\ude00a",
  })
  void namesBecomeSnakeCase(String name, String snake) {
    assertThat(SnakeCase.of(name)).isEqualTo(snake);
  }
}
