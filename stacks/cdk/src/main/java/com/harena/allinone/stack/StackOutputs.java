package com.harena.allinone.stack;

import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.constructs.storage.BackupBucket;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.machine.ParameterNames;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;

/** What an operator, and the commands that work on a deployed stack, need to know of it. */
record StackOutputs(
    Stack stack, WebEdge edge, SpotInstance instance, DataVolume volume, BackupBucket backups) {
  void add(ParameterNames parameters) {
    output("SiteAddress", "Where viewers go", "https://" + edge.distribution().getDomainName());
    output("DistributionId", "The distribution", edge.distribution().getDistributionId());
    output("SiteBucketName", "Upload the site here", edge.site().bucket().getBucketName());
    output("InstanceId", "The instance; aws ssm start-session", instance.instance().getRef());
    output("DataVolumeId", "The data volume, which outlives the stack", volume.volumeId());
    output("BackupBucketName", "Backups, bundles and releases", backups.bucket().getBucketName());
    output("ParameterPath", "Where its parameters are", parameters.path());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(stack, id).description(description).value(value).build();
  }
}
