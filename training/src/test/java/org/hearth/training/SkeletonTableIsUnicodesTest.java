package org.hearth.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hearth.forum.text.Skeleton;
import org.junit.jupiter.api.Test;

class SkeletonTableIsUnicodesTest {
  @Test
  void theCommittedTableIsTheOneThatIcuGives() throws IOException {
    try (var in = Skeleton.class.getResourceAsStream("confusables.txt")) {
      assertThat(SkeletonTable.table()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
