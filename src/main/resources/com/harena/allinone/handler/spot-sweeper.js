// On Delete, which comes after the instance's own, cancels every Spot request that is tagged with
// this deployment and suffix, terminates what they launched, and waits until all of it has ended.
const ec2 = require("@aws-sdk/client-ec2");
const client = new ec2.EC2Client({ maxAttempts: 10 });
const call = (name, input) => client.send(new ec2[`${name}Command`](input));
const ids = (requests) => requests.map((r) => r.SpotInstanceRequestId);
const living = ["pending", "running", "shutting-down", "stopping", "stopped"];

async function launchedBy(requests) {
  if (requests.length === 0) return [];
  const Filters = [
    { Name: "spot-instance-request-id", Values: requests },
    { Name: "instance-state-name", Values: living },
  ];
  const { Reservations } = await call("DescribeInstances", { Filters });
  return Reservations.flatMap((r) => r.Instances).map((i) => i.InstanceId);
}

async function handle({ type, properties }) {
  const { Deployment, Suffix } = properties;
  if (type !== "Delete") return { id: Suffix };
  const Filters = [
    { Name: "tag:allinone:deployment", Values: [Deployment] },
    { Name: "tag:allinone:suffix", Values: [Suffix] },
  ];
  let quiet = 0; // a launch may be under way at the first look
  await eventually("the end of the Spot requests and their instances", async () => {
    const { SpotInstanceRequests: all } = await call("DescribeSpotInstanceRequests", { Filters });
    const live = ids(all.filter((r) => /open|active|disabled/.test(r.State)));
    if (live.length) await call("CancelSpotInstanceRequests", { SpotInstanceRequestIds: live });
    const left = await launchedBy(ids(all));
    if (left.length) await call("TerminateInstances", { InstanceIds: left });
    quiet = live.length + left.length ? 0 : quiet + 1;
    return quiet === 2;
  });
  return { id: Suffix };
}
