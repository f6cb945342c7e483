package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlarmsAreFewAndReachAPersonTest {
  private static final int FREE_ALARMS = 10;

  @Test
  void everyAlarmTellsTheLead() {
    assertThat(Template.resources("AWS::CloudWatch::Alarm")).isNotEmpty()
        .allSatisfy(alarm -> assertThat(alarm.properties().at("/AlarmActions/0/Ref").asText()).isEqualTo("LeadTopic"));
  }

  // AWS counts each metric that an alarm looks at.
  @Test
  void anIdleForumPaysForNoAlarm() {
    var counted = Template.resources("AWS::CloudWatch::Alarm").stream()
        .mapToLong(alarm -> Math.max(1, Template.values(alarm.properties().path("Metrics")).filter(metric -> metric.has("MetricStat")).count())).sum();
    assertThat(counted).isLessThanOrEqualTo(FREE_ALARMS);
  }

  @Test
  void everyAlarmHasAChapterThatSaysWhatToDo() throws IOException {
    var guide = Files.readString(Yaml.REPOSITORY.resolve("docs/operating.md"));
    var chapter = Pattern.compile("See docs/operating.md, \"(.+)\"\\.");
    assertThat(Template.resources("AWS::CloudWatch::Alarm")).allSatisfy(alarm -> {
      var named = chapter.matcher(alarm.properties().path("AlarmDescription").asText());
      assertThat(named.find()).as(alarm.id() + " names its chapter").isTrue();
      assertThat(guide).containsPattern("(?m)^#+ " + Pattern.quote(named.group(1)) + "$");
    });
  }
}
