package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryTableIsProtectedTest {

  @Test
  void noTableIsLostByAccident() {
    assertThat(Template.resources("AWS::DynamoDB::Table")).hasSize(4).allSatisfy(table -> {
      assertThat(table.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(table.whole().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
      assertThat(table.properties().path("DeletionProtectionEnabled").asBoolean()).isTrue();
      assertThat(table.properties().at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean()).isTrue();
      assertThat(table.properties().path("BillingMode").asText()).as("an idle forum costs nothing").isEqualTo("PAY_PER_REQUEST");
      assertThat(table.properties().has("TableName")).as("a name would keep a table from being replaced").isFalse();
    });
  }

  // Every DynamoDB table is encrypted; "false" chooses the key that AWS owns, which costs nothing a month.
  @Test
  void everyTableIsEncryptedWithTheKeyThatCostsNothing() {
    assertThat(Template.resources("AWS::DynamoDB::Table"))
        .allSatisfy(table -> assertThat(table.properties().at("/SSESpecification/SSEEnabled").asText()).isEqualTo("false"));
  }

  @Test
  void whatHasAnEndIsForgottenByItself() {
    var expiry = Template.whole().at("/Resources/MembersTable/Properties/TimeToLiveSpecification");
    assertThat(expiry.path("AttributeName").asText()).isEqualTo("expiresAt");
    assertThat(expiry.path("Enabled").asBoolean()).isTrue();
  }

  @Test
  void thePeopleAreKeptToo() {
    assertThat(Template.resources("AWS::Cognito::UserPool")).hasSize(2).allSatisfy(pool -> {
      assertThat(pool.whole().path("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(pool.properties().path("DeletionProtection").asText()).isEqualTo("ACTIVE");
    });
  }
}
