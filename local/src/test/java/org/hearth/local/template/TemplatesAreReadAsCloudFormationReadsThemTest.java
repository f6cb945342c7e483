package org.hearth.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesAreReadAsCloudFormationReadsThemTest {
    @TempDir
    private Path folder;

    @Test
    void parametersConditionsAndIntrinsicFunctions() throws IOException {
        Template template = read("""
                Parameters:
                  Stage: {Type: String, Default: test}
                  Issuer: {Type: String, Default: ''}
                  Names: {Type: CommaDelimitedList, Default: 'ash, elm'}
                Conditions:
                  IsLive: !Equals [!Ref Stage, live]
                  HasPool: !Equals [!Ref Issuer, '']
                  Both: !And [!Not [!Condition IsLive], !Condition HasPool]
                  Either: !Or [!Condition IsLive, !Condition HasPool]
                Mappings:
                  Sizes: {test: {Memory: 256}}
                Resources:
                  Pool: {Type: AWS::Cognito::UserPool, Condition: HasPool, Properties: {}}
                  Topic: {Type: AWS::SNS::Topic, Properties: {}}
                  Table: {Type: AWS::DynamoDB::Table, Properties: {}}
                  Thing:
                    Type: Custom::Thing
                    Properties:
                      Name: !Sub 'a-${Stage}-${!Literal}-${Topic}-${Table.Arn}'
                      Own: !Sub ['${x}/${Stage}', {x: !Join [':', [b, !Ref Stage]]}]
                      Part: !Select [1, !Split ['-', 'one-two-three']]
                      Size: !FindInMap [Sizes, !Ref Stage, Memory]
                      Gone: !If [IsLive, yes, !Ref 'AWS::NoValue']
                      List: [!Ref Table, !If [IsLive, live, !Ref AWS::NoValue], !Select [0, !Ref Names]]
                      Flags: [!If [Both, both, none], !If [Either, either, none]]
                      Region: !Ref AWS::Region
                      Version: 2010-09-09
                """, Map.of("Issuer", "http://localhost/members"));
        JsonNode thing = template.resource("Thing").orElseThrow();
        assertThat(thing.path("Name").asText()).isEqualTo("a-test-${Literal}-arn:aws:sns:eu-west-2:000000000000:Topic-"
                + "arn:aws:dynamodb:eu-west-2:000000000000:table/Table");
        assertThat(thing.path("Own").asText()).isEqualTo("b:test/test");
        assertThat(thing.path("Part").asText()).isEqualTo("two");
        assertThat(thing.path("Size").asInt()).isEqualTo(256);
        assertThat(thing.has("Gone")).isFalse();
        assertThat(thing.path("List")).map(JsonNode::asText).containsExactly("Table", "ash");
        assertThat(thing.path("Flags")).map(JsonNode::asText).containsExactly("none", "none");
        assertThat(thing.path("Region").asText()).isEqualTo("eu-west-2");
        assertThat(thing.path("Version").asText()).isEqualTo("2010-09-09");
        assertThat(template.resource("Pool")).isEmpty();
    }

    @Test
    void globalsAreMergedIntoFunctions() throws IOException {
        Template template = read("""
                Globals:
                  Function:
                    Timeout: 7
                    CodeUri: all.zip
                    Environment: {Variables: {A: shared, B: shared}}
                Resources:
                  One:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: org.One::handleRequest
                      MemorySize: 1024
                      Environment: {Variables: {B: own}}
                      Events:
                        Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(2 hours), Input: '{"task":"sweep"}'}}
                """, Map.of());
        FunctionSpec one = template.functions().getFirst();
        assertThat(one.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(one.memoryMegabytes()).isEqualTo(1024);
        assertThat(one.code()).isEqualTo("all.zip");
        assertThat(one.environment()).isEqualTo(Map.of("A", "shared", "B", "own"));
        assertThat(one.schedules().getFirst().every()).isEqualTo(Duration.ofHours(2));
        assertThat(one.schedules().getFirst().input().path("task").asText()).isEqualTo("sweep");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> read("Parameters: {Stage: {Type: String}}\nResources: {}", Map.of()))
                .isInstanceOf(TemplateException.class).hasMessageContaining("Stage");
        assertThatThrownBy(() -> read("Resources: {}", Map.of("Limits", "off")))
                .isInstanceOf(TemplateException.class).hasMessageContaining("Limits");
        assertThatThrownBy(() -> read("Resources: {A: {Type: X, Properties: {B: !Ref Nowhere}}}", Map.of()).resource("A"))
                .isInstanceOf(TemplateException.class).hasMessageContaining("Nowhere");
        assertThatThrownBy(() -> read("Resources: {A: {Type: X, Properties: {B: !Cidr x}}}", Map.of()).resource("A"))
                .isInstanceOf(TemplateException.class).hasMessageContaining("Fn::Cidr");
        assertThatThrownBy(() -> read("Resources: {A: 1, A: 2}", Map.of()))
                .isInstanceOf(TemplateException.class).hasMessageContaining("duplicate");
        assertThatThrownBy(() -> Template.read(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(TemplateException.class).hasMessageContaining("none.yaml");
    }

    private Template read(String text, Map<String, String> parameters) throws IOException {
        return Template.read(Files.writeString(folder.resolve("template.yaml"), text), parameters);
    }
}
