package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** The sample events of the repository. */
final class Samples {

  /** @param name of the file, without its ending */
  record Sample(String name, JsonNode event) {

    /** The function that the first word of the name stands for. */
    String function() {
      var word = name.split("-")[0];
      return Template.functions().stream().map(Template.Resource::id).filter(id -> word(id).equals(word)).findFirst()
          .orElseThrow(() -> new IllegalStateException("events/" + name + ".json is named after no function of the template"));
    }

    boolean http() {
      return event.has("routeKey") && !event.has("type");
    }

    String route() {
      return event.path("routeKey").asText();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Samples() {}

  static String word(String function) {
    return function.replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
  }

  static List<Sample> all() {
    try (var files = Files.list(Yaml.REPOSITORY.resolve("events"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().map(file -> {
        try {
          return new Sample(file.getFileName().toString().replace(".json", ""), Yaml.JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Sample> http() {
    return all().stream().filter(Sample::http).toList();
  }

  static Sample named(String name) {
    return all().stream().filter(sample -> sample.name().equals(name)).findFirst().orElseThrow();
  }
}
