// The adaptor, behind which every handler serves an invocation of Pulumi instead of CloudFormation.
const assert = require("node:assert");
const { test } = require("node:test");
const { request, fail } = require("./harness.js");
const { Cloud } = require("./cloud.js");

const input = (action, properties, more = {}) => {
  return { kind: "Custom::Proof", id: "physical-1", properties, tf: { action, ...more } };
};
const copy = { SourceBucket: "assets", SourceKey: "1.zip", Bucket: "backups", Key: "2.zip", ContentType: "a/b" };
const send = (name, event, world, options) => request(`./adapted/${name}/pulumi.js`, event, world, options);

test("returns the data of the handler's answer and posts it nowhere", async () => {
  const { result, attempts, thrown } = await send("asset-copy", input("create", copy), async () => ({}));
  assert.equal(thrown, undefined);
  assert.deepEqual(result, { Bucket: "backups", Key: "2.zip" });
  assert.equal(attempts, 0);
});

test("an answer without data is an empty one", async () => {
  const world = async () => assert.fail("making a guard calls nothing");
  const { result } = await send("spot-sweeper", input("create", { Suffix: "1a2b3c4d" }), world);
  assert.deepEqual(result, {});
});

test("throws the handler's reason", async () => {
  const failing = async () => {
    throw fail("NoSuchBucket", "the bucket does not exist");
  };
  const { thrown, result } = await send("asset-copy", input("create", copy), failing);
  assert.equal(thrown.message, "Custom::Proof: NoSuchBucket: the bucket does not exist");
  assert.equal(result, undefined);
});

test("a delete carries the physical id and does the work", async () => {
  const cloud = new Cloud();
  const mine = cloud.spot("sir-1", {});
  const event = { ...input("delete", { InstanceId: mine.id }), id: mine.id };
  const { thrown } = await send("spot-cancellation", event, cloud.world);
  assert.equal(thrown, undefined);
  assert.deepEqual(cloud.requests.map((r) => r.state), ["cancelled"]);
});

test("a create has no physical id, an update has it and the properties before", async () => {
  const seen = async (event) => (await send("echo", event, async () => ({}))).result;
  const created = await seen(input("create", { Name: "new" }));
  assert.deepEqual(created, { type: "Create", properties: { Name: "new" } });
  const previous = { prev_input: { kind: "Custom::Proof", id: "physical-0", properties: { Name: "old" } } };
  const updated = await seen(input("update", { Name: "new" }, previous));
  assert.deepEqual(updated, {
    type: "Update",
    id: "physical-1",
    properties: { Name: "new" },
    previous: { Name: "old" },
  });
});

test("refuses an input without an action of the provider", async () => {
  for (const tf of [undefined, { action: "read" }]) {
    const { thrown } = await send("echo", { kind: "Custom::Proof", id: "1", properties: {}, tf }, async () => ({}));
    assert.match(thrown.message, /^tf\.action is '(undefined|read)': give create, update or delete$/);
  }
});

test("a handler that does not end is a clear message before Lambda's own time-out", async () => {
  const hanging = () => new Promise(() => {});
  const { thrown } = await send("asset-copy", input("create", copy), hanging, { seconds: 120 });
  assert.equal(thrown.message, "Custom::Proof: Error: out of time");
});

test("a handler that does not even answer is a clear message, too", async () => {
  const { thrown } = await send("silent", input("create", {}), async () => ({}), { seconds: 120 });
  assert.equal(thrown.message, "out of time: the handler did not answer");
});

test("logs neither values nor the answer", async () => {
  const event = input("create", { ...copy, Secret: "hunter2" });
  for (const world of [async () => ({}), async () => Promise.reject(fail("Broken", "hunter2"))]) {
    const { logged } = await send("asset-copy", event, world);
    assert.match(logged, /^Create Custom::Proof (SUCCESS|FAILED)$/);
  }
});
