// Finds the id of a prefix list that AWS keeps: it differs from region to region.
const ec2 = require("@aws-sdk/client-ec2");
const client = new ec2.EC2Client({ maxAttempts: 10 });

async function handle({ type, id, properties }) {
  if (type === "Delete") return { id };
  const { PrefixListName } = properties;
  const query = { Filters: [{ Name: "prefix-list-name", Values: [PrefixListName] }] };
  const PrefixListId = await eventually(PrefixListName, async () => {
    const found = await client.send(new ec2.DescribeManagedPrefixListsCommand(query));
    return found.PrefixLists[0]?.PrefixListId;
  });
  return { id: PrefixListId, data: { PrefixListId } };
}
