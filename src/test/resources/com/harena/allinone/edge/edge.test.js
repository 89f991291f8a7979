// What connects CloudFront to the instance: its group, its addresses, the secret it sends.
const assert = require("node:assert");
const { test } = require("node:test");
const { request, fail } = require("./harness.js");

const GROUP = "CloudFront-VPCOrigins-Service-SG";
const group = (type, more = {}) => ({
  RequestType: type,
  ResourceProperties: { OriginId: "vo_1", VpcId: "vpc-1", GroupName: GROUP },
  ...more,
});
const list = { RequestType: "Create", ResourceProperties: { PrefixListName: "origin-facing" } };
const secret = (type, more = {}) => ({
  RequestType: type,
  ResourceProperties: { Name: "/allinone/x/secrets/ORIGIN_SECRET", Description: "what CloudFront sends" },
  ...more,
});

test("the group of this VPC is waited for", async () => {
  let looks = 0;
  const { answers } = await request("./handlers/origin-group.js", group("Create"), async (operation, input) => {
    assert.equal(operation, "DescribeSecurityGroups");
    assert.deepEqual(input.Filters, [
      { Name: "vpc-id", Values: ["vpc-1"] },
      { Name: "group-name", Values: [GROUP] },
    ]);
    return { SecurityGroups: ++looks < 30 ? [] : [{ GroupId: "sg-1" }] };
  });
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(answers[0].Data, { GroupId: "sg-1" });
  assert.equal(answers[0].NoEcho, false);
  assert.equal(looks, 30);
});

test("a new origin asks again, and a group that never comes is named", async () => {
  const event = group("Update", { PhysicalResourceId: "sg-0", OldResourceProperties: {} });
  const none = async () => ({ SecurityGroups: [] });
  const { answers } = await request("./handlers/origin-group.js", event, none, { seconds: 120 });
  assert.equal(answers[0].Status, "FAILED");
  assert.equal(answers[0].PhysicalResourceId, "sg-0");
  assert.match(answers[0].Reason, new RegExp(`gave up waiting for ${GROUP} in vpc-1`));
});

test("the prefix list is found by its name", async () => {
  const { answers } = await request("./handlers/prefix-list.js", list, async (operation, input) => {
    assert.equal(operation, "DescribeManagedPrefixLists");
    assert.deepEqual(input.Filters, [{ Name: "prefix-list-name", Values: ["origin-facing"] }]);
    return { PrefixLists: [{ PrefixListId: "pl-1" }] };
  });
  assert.deepEqual(answers[0].Data, { PrefixListId: "pl-1" });
});

// Parameter Store, which refuses to overwrite unless told to.
const store = (kept = {}) => {
  const calls = [];
  const world = async (operation, input) => {
    calls.push({ operation, input: { ...input } });
    if (operation === "PutParameter") {
      if (kept.value && !input.Overwrite) throw fail("ParameterAlreadyExists");
      kept.value = input.Value;
      return {};
    }
    assert.equal(operation, "GetParameter");
    assert.equal(input.WithDecryption, true);
    return { Parameter: { Value: kept.value } };
  };
  return { kept, calls, world };
};

test("a secret is made, kept encrypted, and returned hidden", async () => {
  const { kept, calls, world } = store();
  const { answers, logged } = await request("./handlers/origin-secret.js", secret("Create"), world);
  assert.match(kept.value, /^[0-9a-f]{64}$/);
  assert.equal(answers[0].Data.Value, kept.value);
  assert.equal(answers[0].NoEcho, true);
  assert.equal(calls[0].input.Type, "SecureString");
  assert.equal(calls[0].input.Overwrite, false);
  assert.equal(logged.includes(kept.value), false);
  assert.equal(answers[0].PhysicalResourceId, "/allinone/x/secrets/ORIGIN_SECRET");
});

test("two secrets differ", async () => {
  const [one, two] = [store(), store()];
  await request("./handlers/origin-secret.js", secret("Create"), one.world);
  await request("./handlers/origin-secret.js", secret("Create"), two.world);
  assert.notEqual(one.kept.value, two.kept.value);
});

test("a secret that exists is returned and never overwritten", async () => {
  const { kept, world } = store({ value: "set-by-an-operator" });
  for (const event of [secret("Create"), secret("Update", { PhysicalResourceId: "/allinone/x" })]) {
    const { answers } = await request("./handlers/origin-secret.js", event, world);
    assert.equal(answers[0].Data.Value, "set-by-an-operator");
    assert.equal(kept.value, "set-by-an-operator");
  }
});

test("a message of AWS that quotes the secret reaches nobody", async () => {
  let value;
  const { answers, logged } = await request("./handlers/origin-secret.js", secret("Create"), async (_, input) => {
    value = input.Value;
    throw fail("ValidationException", `1 validation error detected: Value '${value}' at 'value'`);
  });
  assert.equal(answers[0].Status, "FAILED");
  assert.equal(answers[0].Reason, "ValidationException: Parameter Store refused");
  assert.equal(JSON.stringify(answers).includes(value) || logged.includes(value), false);
});

test("a role that is seconds old is given time", async () => {
  const { kept, world } = store();
  let calls = 0;
  const { answers } = await request("./handlers/origin-secret.js", secret("Create"), async (operation, input) => {
    if (++calls <= 3) throw fail("AccessDeniedException");
    return world(operation, input);
  });
  assert.equal(answers[0].Data.Value, kept.value);
});

test("nothing is deleted with the stack", async () => {
  for (const name of ["origin-group", "prefix-list", "origin-secret"]) {
    const event = { ...group("Delete"), PhysicalResourceId: "kept" };
    const { answers } = await request(`./handlers/${name}.js`, event, async (call) => assert.fail(call));
    assert.equal(answers[0].Status, "SUCCESS", name);
    assert.equal(answers[0].PhysicalResourceId, "kept", name);
  }
});
