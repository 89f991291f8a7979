package com.harena.allinone.stack;

import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.constructs.storage.BackupBucket;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.template.StackOutput;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;

/** What an operator, and the commands that work on a deployed stack, need to know of it. */
record StackOutputs(
    Stack stack, WebEdge edge, SpotInstance instance, DataVolume volume, BackupBucket backups) {
  void add(ParameterNames parameters) {
    output(StackOutput.SITE_ADDRESS, "https://" + edge.distribution().getDomainName());
    output(StackOutput.DISTRIBUTION_ID, edge.distribution().getDistributionId());
    output(StackOutput.SITE_BUCKET_NAME, edge.site().bucket().getBucketName());
    output(StackOutput.INSTANCE_ID, instance.instance().getRef());
    output(StackOutput.DATA_VOLUME_ID, volume.volumeId());
    output(StackOutput.BACKUP_BUCKET_NAME, backups.bucket().getBucketName());
    output(StackOutput.PARAMETER_PATH, parameters.path());
  }

  private void output(StackOutput output, String value) {
    CfnOutput.Builder.create(stack, output.id())
        .description(output.description())
        .value(value)
        .build();
  }
}
