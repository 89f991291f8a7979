package com.harena.allinone.emulator.handler.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

class ShapeTest {
  private static final Shape<CreateFunctionRequest> FUNCTION =
      Shape.of(CreateFunctionRequest.class, CreateFunctionRequest::builder);
  private static final Shape<PutMetricAlarmRequest> ALARM =
      Shape.of(PutMetricAlarmRequest.class, PutMetricAlarmRequest::builder);
  private static final Shape<CreateScheduleRequest> SCHEDULE =
      Shape.of(CreateScheduleRequest.class, CreateScheduleRequest::builder);
  private static final Shape<DistributionConfig> DISTRIBUTION =
      Shape.of(
          DistributionConfig.class,
          DistributionConfig::builder,
          Names.of(Map.of("IPV6Enabled", "IsIPV6Enabled")));

  @Test
  void fillsTextsNumbersBooleansListsMapsAndObjects() {
    CreateFunctionRequest function =
        FUNCTION.from(
            json(
                """
                {'FunctionName': 'f', 'MemorySize': 128, 'Publish': true, 'Layers': ['a', 'b'],
                 'Environment': {'Variables': {'A': '1', 'B': '2'}}, 'Code': {'ZipFile': 'zip'}}
                """));
    assertThat(function.functionName()).isEqualTo("f");
    assertThat(function.memorySize()).isEqualTo(128);
    assertThat(function.publish()).isTrue();
    assertThat(function.layers()).containsExactly("a", "b");
    assertThat(function.environment().variables())
        .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "2"));
    assertThat(function.code().zipFile().asUtf8String()).isEqualTo("zip");
  }

  @Test
  void takesNumbersBooleansAndTimesAsTextLikeCloudFormation() {
    assertThat(FUNCTION.from(json("{'MemorySize': '128'}")).memorySize()).isEqualTo(128);
    assertThat(FUNCTION.from(json("{'Publish': 'true'}")).publish()).isTrue();
    assertThat(FUNCTION.from(json("{'FunctionName': 7}")).functionName()).isEqualTo("7");
    assertThat(ALARM.from(json("{'Threshold': '0.5'}")).threshold()).isEqualTo(0.5);
    assertThat(SCHEDULE.from(json("{'StartDate': '2026-11-27T12:00:00Z'}")).startDate())
        .isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
  }

  @Test
  void namesEachUnknownMemberByItsPath() {
    ObjectNode function =
        json(
            """
            {'FunctionName': 'f', 'Wrong': 1, 'VpcConfig': {'SubnetIds': ['s'], 'Zone': 'a'},
             'FileSystemConfigs': [{'Arn': 'arn', 'Size': 1}]}
            """);
    assertThat(FUNCTION.unknown(function))
        .containsExactlyInAnyOrder("Wrong", "VpcConfig.Zone", "FileSystemConfigs.Size");
    assertThatThrownBy(() -> FUNCTION.from(function))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageStartingWith("properties that this emulator does not know: ")
        .hasMessageContaining("VpcConfig.Zone");
  }

  @Test
  void saysWhatIsExpectedWhereAValueDoesNotFit() {
    ObjectNode function =
        json(
            """
            {'MemorySize': 'much', 'Timeout': 1.5, 'Publish': 'yes', 'Layers': 'a',
             'Environment': [], 'FunctionName': {}, 'VpcConfig': 'none',
             'Code': {'ZipFile': ['a']}}
            """);
    assertThat(FUNCTION.unknown(function))
        .containsExactlyInAnyOrder(
            "MemorySize (a number is expected)",
            "Timeout (a whole number is expected)",
            "Publish (true or false is expected)",
            "Layers (a list is expected)",
            "Environment (an object is expected)",
            "FunctionName (a single value is expected)",
            "VpcConfig (an object is expected)",
            "Code.ZipFile (a single value is expected)");
    assertThat(SCHEDULE.unknown(json("{'StartDate': 'tomorrow'}")))
        .containsExactly("StartDate (a time such as 2026-11-27T12:00:00Z is expected)");
    assertThat(FUNCTION.unknown(json("{'Environment': {'Variables': ['A']}}")))
        .containsExactly("Environment.Variables (an object is expected)");
  }

  @Test
  void wrapsListsWithTheirQuantityAsCloudFrontDoes() {
    DistributionConfig config =
        DISTRIBUTION.from(
            json(
                """
                {'Aliases': ['a.example', 'b.example'], 'Origins': {'Items': [{'Id': 'one'}]},
                 'DefaultCacheBehavior': {'AllowedMethods':
                   {'Items': ['GET', 'HEAD', 'OPTIONS'], 'CachedMethods': ['GET', 'HEAD']}}}
                """));
    assertThat(config.aliases().items()).containsExactly("a.example", "b.example");
    assertThat(config.aliases().quantity()).isEqualTo(2);
    assertThat(config.origins().quantity()).isEqualTo(1);
    assertThat(config.origins().items().get(0).id()).isEqualTo("one");
    assertThat(config.defaultCacheBehavior().allowedMethods().quantity()).isEqualTo(3);
    assertThat(config.defaultCacheBehavior().allowedMethods().cachedMethods().items())
        .containsExactly(Method.GET, Method.HEAD);
    assertThat(config.defaultCacheBehavior().allowedMethods().cachedMethods().quantity())
        .isEqualTo(2);
  }

  @Test
  void countsNothingWhereThereIsNoItem() {
    DistributionConfig config = DISTRIBUTION.from(json("{'Aliases': [], 'CacheBehaviors': {}}"));
    assertThat(config.aliases().quantity()).isZero();
    assertThat(config.cacheBehaviors().quantity()).isZero();
  }

  @Test
  void readsBackWhatItFilledUnderTheTemplatesNames() {
    ObjectNode config =
        json(
            """
            {'Aliases': ['a.example'], 'Origins': [{'Id': 'one', 'ConnectionAttempts': 3}],
             'Enabled': true, 'HttpVersion': 'http2', 'IPV6Enabled': false}
            """);
    DistributionConfig filled = DISTRIBUTION.from(config);
    assertThat(filled.isIPV6Enabled()).isFalse();
    assertThat(DISTRIBUTION.json(filled)).hasToString(config.toString());
  }

  @Test
  void readsFiguresTimesAndBytesAndLeavesOutWhatIsNotSet() {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    Shape<GetScheduleResponse> told =
        Shape.of(GetScheduleResponse.class, GetScheduleResponse::builder);
    assertThat(told.json(GetScheduleResponse.builder().startDate(noon).build()))
        .isEqualTo(json("{'StartDate': '2026-11-27T12:00:00Z'}"));
    CreateFunctionRequest function =
        FUNCTION.from(json("{'Code': {'ZipFile': 'zip'}, 'Layers': []}"));
    assertThat(FUNCTION.json(function)).isEqualTo(json("{'Code': {'ZipFile': 'zip'}}"));
    Shape<LifecycleExpiration> expiration =
        Shape.of(LifecycleExpiration.class, LifecycleExpiration::builder);
    assertThat(expiration.json(expiration.from(json("{'Days': '30'}"))).path("Days").asInt())
        .isEqualTo(30);
  }

  @Test
  void findsNamesInAnyCaseAndTellsThemAsTheTemplateWritesThem() {
    assertThat(DISTRIBUTION.unknown(json("{'PRICECLASS': 'PriceClass_100'}"))).isEmpty();
    assertThat(DISTRIBUTION.unknown(json("{'IsIPV6': true}"))).isEqualTo(List.of("IsIPV6"));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
