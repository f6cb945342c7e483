package org.hearth.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hearth.forum.screening.Screening;
import org.junit.jupiter.api.Test;

class WeightsAreRebuiltByteForByteTest {
  private final Path corpus = Path.of("corpus");

  @Test
  void theCommittedWeightsAreThoseOfTheFilesInTheManifest() throws IOException {
    assertThat(Trainer.fit(Train.trainingPosts(corpus)).bytes()).isEqualTo(resource("weights.bin"));
  }

  @Test
  void theCommittedWordsAreThoseOfTheFilesInTheManifest() throws IOException {
    assertThat(Train.words(Train.trainingPosts(corpus))).isEqualTo(new String(resource("words.txt"), StandardCharsets.UTF_8));
  }

  @Test
  void anotherCorpusGivesOtherWeights() throws IOException {
    List<Corpus.Post> posts = Train.trainingPosts(corpus);
    assertThat(Trainer.fit(posts.subList(1, posts.size())).bytes()).isNotEqualTo(resource("weights.bin"));
  }

  @Test
  void noPostThatIsHeldBackIsTrainedOn() throws IOException {
    assertThat(Train.trainingPosts(corpus)).isNotEmpty().noneMatch(Corpus.Post::heldBack);
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = Screening.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
