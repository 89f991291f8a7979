// Its physical id is the instance's. On Delete, which comes before the instance's own, cancels the
// Spot request that launched it: else EC2 would launch another instance outside the stack.
const ec2 = require("@aws-sdk/client-ec2");
const client = new ec2.EC2Client({ maxAttempts: 10 });

async function handle({ type, id, properties }) {
  if (type !== "Delete") return { id: properties.InstanceId };
  await eventually("the end of the Spot request", async () => {
    const query = { Filters: [{ Name: "instance-id", Values: [id] }] };
    const found = await client.send(new ec2.DescribeSpotInstanceRequestsCommand(query));
    const live = found.SpotInstanceRequests.filter((r) => /open|active|disabled/.test(r.State));
    if (live.length === 0) return true;
    const ids = live.map((r) => r.SpotInstanceRequestId);
    await client.send(new ec2.CancelSpotInstanceRequestsCommand({ SpotInstanceRequestIds: ids }));
    return false;
  });
  return { id };
}
