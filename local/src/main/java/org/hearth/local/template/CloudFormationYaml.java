package org.hearth.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML with CloudFormation's short tags, each turned into its long form ({@code !Sub x} into {@code {"Fn::Sub": x}}). */
final class CloudFormationYaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudFormationYaml() {
    }

    static JsonNode read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return JSON.valueToTree(new Yaml(new ShortTags(options)).load(text));
        } catch (IOException e) {
            throw new TemplateException("The template " + file + " can't be read: " + e.getMessage(), e);
        } catch (YAMLException e) {
            throw new TemplateException("The template " + file + " is not valid YAML: " + e.getMessage(), e);
        }
    }

    private static final class ShortTags extends SafeConstructor {
        ShortTags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return longForm(node.getTag().getValue().substring(1), node);
                }
            });
            // A version such as 2010-09-09 is text to CloudFormation, not a date.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }

        private Map<String, Object> longForm(String tag, Node node) {
            Object value = switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new TemplateException("!" + tag + " has a value of an unknown kind" + node.getStartMark());
            };
            return switch (tag) {
                case "Ref", "Condition" -> Map.of(tag, value);
                case "GetAtt" -> Map.of("Fn::GetAtt", value instanceof String dotted ? List.of(dotted.split("\\.", 2)) : value);
                default -> Map.of("Fn::" + tag, value);
            };
        }
    }
}
