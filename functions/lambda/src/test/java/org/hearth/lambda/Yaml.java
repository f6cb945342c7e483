package org.hearth.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file of the repository. CloudFormation's short tags become objects: {@code !Ref X} is {@code {"Ref": "X"}}. */
final class Yaml {
  static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
  static final ObjectMapper JSON = new ObjectMapper();

  private Yaml() {}

  static JsonNode read(String file) {
    try (var text = Files.newBufferedReader(REPOSITORY.resolve(file))) {
      return JSON.valueToTree(new org.yaml.snakeyaml.Yaml(new WithShortTags()).load(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static final class WithShortTags extends SafeConstructor {
    WithShortTags() {
      super(strict());
      yamlMultiConstructors.put("!", new AbstractConstruct() {
        @Override
        public Object construct(Node node) {
          return Map.of(node.getTag().getValue().substring(1), switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new IllegalStateException("A tag on something unknown" + node.getStartMark());
          });
        }
      });
      // 2010-09-09 is a version and 2026-03-02T10:00:00Z an example, neither is a date to compute with.
      yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    private static LoaderOptions strict() {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return options;
    }
  }
}
