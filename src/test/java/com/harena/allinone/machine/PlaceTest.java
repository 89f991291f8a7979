package com.harena.allinone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @Test
  void isReadFromAnArn() {
    assertThat(Place.of("arn:aws-cn:ec2:cn-north-1:123456789012:vpc/vpc-1:2"))
        .isEqualTo(new Place("aws-cn", "cn-north-1", "123456789012"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-1", "arn:aws:s3:::bucket", "arn:aws:iam::123456789012:role/a", ""})
  void refusesWhatDoesNotSayThePlace(String arn) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Place.of(arn))
        .withMessageContaining("'%s' does not say partition, region and account", arn);
  }
}
