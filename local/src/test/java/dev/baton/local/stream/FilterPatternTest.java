package dev.baton.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.TemplateException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilterPatternTest {
  private static final String RECORD =
      """
      {"eventName":"INSERT","dynamodb":{"NewImage":{"wake":{"N":"5"},"name":{"S":"Ada"},"tags":["a","b"],"dotted.name":{"S":"entry#000000000007"}},"SizeBytes":26}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'eventName':['INSERT','MODIFY']} | true",
        "{'eventName':['REMOVE']} | false",
        "{'dynamodb':{'NewImage':{'wake':{'N':[{'exists':true}]}}}} | true",
        "{'dynamodb':{'NewImage':{'sleep':{'N':[{'exists':true}]}}}} | false",
        "{'dynamodb':{'NewImage':{'sleep':{'N':[{'exists':false}]}}}} | true",
        "{'dynamodb':{'NewImage':{'wake':[{'exists':true}]}}} | false",
        "{'dynamodb':{'NewImage':{'name':{'S':[{'prefix':'Ad'}]}}}} | true",
        "{'dynamodb':{'NewImage':{'dotted.name':{'S':[{'prefix':'entry#'}]}}}} | true",
        "{'dynamodb':{'NewImage':{'dotted.name':{'S':[{'prefix':'state'},'other',{'prefix':'entry#'}]}}}} | true",
        "{'dynamodb':{'NewImage':{'dotted.name':{'S':[{'prefix':'state'}]}}}} | false",
        "{'dynamodb':{'NewImage':{'name':{'S':[{'suffix':'da'}]}}}} | true",
        "{'dynamodb':{'NewImage':{'name':{'S':[{'equals-ignore-case':'ADA'}]}}}} | true",
        "{'dynamodb':{'NewImage':{'name':{'S':[{'anything-but':['Bob','Ada']}]}}}} | false",
        "{'dynamodb':{'NewImage':{'name':{'S':[{'anything-but':{'prefix':'B'}}]}}}} | true",
        "{'dynamodb':{'NewImage':{'tags':['b']}}} | true",
        "{'dynamodb':{'SizeBytes':[{'numeric':['>',20,'<=',26]}]}} | true",
        "{'dynamodb':{'SizeBytes':[{'numeric':['>',26]}]}} | false",
        "{'dynamodb':{'NewImage':{'wake':{'N':[{'numeric':['=',5]}]}}}} | false",
        "{'$or':[{'eventName':['REMOVE']},{'dynamodb':{'SizeBytes':[26]}}]} | true",
        "{'eventName':['INSERT'],'dynamodb':{'SizeBytes':[27]}} | false",
      })
  void patternsMatchAsOnAws(String pattern, boolean expected) {
    assertThat(FilterPattern.of(json(pattern.replace('\'', '"'))).matches(json(RECORD)))
        .isEqualTo(expected);
  }

  @Test
  void anUnknownRuleIsNamed() {
    assertThatThrownBy(() -> FilterPattern.of(json("{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("cidr");
  }

  private static JsonNode json(String text) {
    return Objects.requireNonNull(Jsons.parse(text));
  }
}
