// On Delete, waits until CloudFront's network interfaces have left the subnet, then deletes the
// group that a VPC origin leaves behind, unless an origin in another subnet still uses it. Else
// neither the subnet nor the VPC could be deleted.
const ec2 = require("@aws-sdk/client-ec2");
const client = new ec2.EC2Client({ maxAttempts: 10 });
const find = (name, filters) => {
  const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }));
  return client.send(new ec2[`Describe${name}Command`]({ Filters }));
};

async function handle({ type, id, properties }) {
  const { SubnetId, VpcId } = properties;
  if (type !== "Delete") return { id: SubnetId };
  const name = "CloudFront-VPCOrigins-Service-SG";
  await eventually(`CloudFront to leave ${SubnetId}`, async () => {
    const { SecurityGroups: groups } = await find("SecurityGroups", { "vpc-id": VpcId, "group-name": name });
    if (groups.length === 0) return true;
    const { GroupId } = groups[0];
    const { NetworkInterfaces: users } = await find("NetworkInterfaces", { "group-id": GroupId });
    if (users.some((user) => user.SubnetId === SubnetId)) return false;
    if (users.length > 0) return true;
    await client.send(new ec2.DeleteSecurityGroupCommand({ GroupId }));
    return false;
  });
  return { id };
}
