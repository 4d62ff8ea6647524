package dev.baton.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.machine.PageSettings;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Forms keep their versions and pages their owners. */
@ExtendWith(DynamoDbLocal.class)
class FormStoreIT {
  private DynamoFormStore forms;
  private DynamoPageStore pages;

  @BeforeEach
  void createTable(DynamoDbClient client) {
    SurveysTable table = new SurveysTable(client, Tables.surveys(client));
    forms = new DynamoFormStore(table);
    pages = new DynamoPageStore(table);
  }

  @Test
  void sameSourceIsTheSameVersionAndAnotherTheNext() {
    FormRow first = forms.add("p", "A", "t", "{\"a\":1}", 1);

    assertThat(forms.add("p", "A", "t", "{\"a\":1}", 2)).isEqualTo(first);
    assertThat(forms.add("p", "A", "t", "{\"a\":2}", 3).version()).isEqualTo(2);
    assertThat(forms.newest("p", "A")).extracting(FormRow::version).isEqualTo(2);
    assertThat(forms.version("p", "A", 1)).isEqualTo(first);
    assertThat(forms.source("p", first)).isEqualTo("{\"a\":1}");
    assertThat(forms.newest("p", "AB")).isNull();
    assertThat(forms.version("q", "A", 1)).isNull();
  }

  @Test
  void sourceLargerThanAnItemComesBackWhole() {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < 1_000_000) {
      text.append(Long.toString(random.nextLong(), 36));
    }

    FormRow row = forms.add("p", "LARGE", "t", text.toString(), 1);

    assertThat(row.chunks()).isGreaterThan(1);
    assertThat(forms.source("p", row)).isEqualTo(text.toString());
  }

  @Test
  void importsAtTheSameMomentGetNumbersOfTheirOwn() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int author = 0; author < 8; author++) {
        String source = "{\"author\":" + author + "}";
        threads.execute(() -> forms.add("p", "A", "t", source, 1));
      }
    }

    assertThat(forms.all("p")).extracting(FormRow::version).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    for (FormRow row : forms.all("p")) {
      assertThat(forms.source("p", row)).startsWith("{\"author\":");
    }
  }

  @Test
  void pageBelongsToItsFirstOwner() {
    assertThat(pages.find("p")).isNull();
    assertThat(pages.claim("p", "anna").owner()).isEqualTo("anna");
    assertThat(pages.claim("p", "bert").owner()).isEqualTo("anna");
    pages.claim("q#%", "anna");

    assertThat(pages.pagesOf("anna")).containsExactlyInAnyOrder("p", "q#%");
    assertThat(pages.pagesOf("bert")).isEmpty();
  }

  @Test
  void settingsOfAPageComeBack() {
    pages.claim("p", "anna");
    PageRow page = new PageRow("p", "anna", new PageSettings("A", "RESET", false, true));

    pages.save(page);

    assertThat(pages.find("p")).isEqualTo(page);
    assertThat(pages.claim("p", "anna")).isEqualTo(page);
  }
}
