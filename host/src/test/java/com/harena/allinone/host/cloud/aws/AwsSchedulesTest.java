package com.harena.allinone.host.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

class AwsSchedulesTest {
  /** The one field of an update that is no part of the schedule. */
  private static final Set<String> NOT_OF_THE_SCHEDULE = Set.of("ClientToken");

  @Test
  void anUpdateCarriesEveryFieldThatTheSdkKnows() {
    GetScheduleResponse schedule =
        GetScheduleResponse.builder()
            .actionAfterCompletion(ActionAfterCompletion.NONE)
            .description("description")
            .endDate(Instant.EPOCH)
            .flexibleTimeWindow(FlexibleTimeWindow.builder().mode("OFF").build())
            .groupName("group")
            .kmsKeyArn("key")
            .name("name")
            .scheduleExpression("rate(5 minutes)")
            .scheduleExpressionTimezone("Europe/Paris")
            .startDate(Instant.EPOCH)
            .state(ScheduleState.DISABLED)
            .target(Target.builder().arn("arn").roleArn("role").input("{}").build())
            .build();

    UpdateScheduleRequest update = AwsSchedules.whole(schedule).build();

    for (SdkField<?> field : update.sdkFields()) {
      if (!NOT_OF_THE_SCHEDULE.contains(field.memberName())) {
        assertThat(update.getValueForField(field.memberName(), Object.class))
            .as(field.memberName())
            .isNotEmpty()
            .isEqualTo(schedule.getValueForField(field.memberName(), Object.class))
            .isNotEqualTo(Optional.empty());
      }
    }
  }
}
