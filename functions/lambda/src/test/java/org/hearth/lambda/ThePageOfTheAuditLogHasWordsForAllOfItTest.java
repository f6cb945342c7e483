package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.moderation.Action;
import org.junit.jupiter.api.Test;

class ThePageOfTheAuditLogHasWordsForAllOfItTest {
  private static final Pattern LIST = Pattern.compile("(?s)const actions = \\{(.*?)\\n};");
  private static final Pattern KEY = Pattern.compile("(?m)(?:^|, )\\s*'?([a-z][a-z-]*)'?: t`");

  @Test
  void everyActionInTheLogHasItsWordsAndNoOtherHas() throws IOException {
    var page = Files.readString(Yaml.REPOSITORY.resolve("static-site/public/js/audit.js"));
    var list = LIST.matcher(page);
    assertThat(list.find()).isTrue();
    assertThat(KEY.matcher(list.group(1)).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Audited.values()).map(Audited::id).toList());
  }

  @Test
  void everyDecisionIsAnActionOfTheLog() {
    assertThat(Action.values()).allSatisfy(action -> assertThat(Audited.of(action.id()).id()).isEqualTo(action.id()));
  }
}
