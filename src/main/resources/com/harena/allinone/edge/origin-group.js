// Finds the security group that CloudFront makes in a VPC with its first VPC origin there.
const ec2 = require("@aws-sdk/client-ec2");
const client = new ec2.EC2Client({ maxAttempts: 10 });

async function handle({ type, id, properties }) {
  if (type === "Delete") return { id };
  const { VpcId, GroupName } = properties;
  const query = {
    Filters: [
      { Name: "vpc-id", Values: [VpcId] },
      { Name: "group-name", Values: [GroupName] },
    ],
  };
  const GroupId = await eventually(`${GroupName} in ${VpcId}`, async () => {
    const found = await client.send(new ec2.DescribeSecurityGroupsCommand(query));
    return found.SecurityGroups[0]?.GroupId;
  });
  return { id: GroupId, data: { GroupId } };
}
