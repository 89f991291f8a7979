// The two guards of the Spot clean-up, and what CloudFront leaves behind.
const assert = require("node:assert");
const { test } = require("node:test");
const { request } = require("./harness.js");
const { Cloud } = require("./cloud.js");

const tags = (suffix, deployment = "harena-production") => {
  return { "allinone:deployment": deployment, "allinone:suffix": suffix };
};
const sweeper = (type) => ({
  RequestType: type,
  ...(type === "Create" ? {} : { PhysicalResourceId: "1a2b3c4d" }),
  ResourceProperties: { Deployment: "harena-production", Suffix: "1a2b3c4d" },
});
const cancellation = (type, id) => ({
  RequestType: type,
  ...(type === "Create" ? {} : { PhysicalResourceId: id }),
  ResourceProperties: { InstanceId: id },
});
const leftovers = (type) => ({
  RequestType: type,
  ...(type === "Create" ? {} : { PhysicalResourceId: "subnet-1" }),
  ResourceProperties: { SubnetId: "subnet-1", VpcId: "vpc-1" },
});
const send = (name, event, cloud, options) =>
  request(`./handlers/${name}.js`, event, cloud.world, options);
const group = { id: "sg-1", "vpc-id": "vpc-1", "group-name": "CloudFront-VPCOrigins-Service-SG" };
const user = (subnet, leaves) => ({ "subnet-id": subnet, "group-id": "sg-1", leaves });

test("the guards' physical ids are suffix and instance, and making them calls nothing", async () => {
  const cloud = new Cloud();
  const swept = await send("spot-sweeper", sweeper("Create"), cloud);
  const cancelled = await send("spot-cancellation", cancellation("Create", "i-1"), cloud);
  const left = await send("cloudfront-leftovers", leftovers("Create"), cloud);
  assert.equal(swept.answers[0].PhysicalResourceId, "1a2b3c4d");
  assert.equal(cancelled.answers[0].PhysicalResourceId, "i-1");
  assert.equal(left.answers[0].PhysicalResourceId, "subnet-1");
  assert.deepEqual(cloud.calls, []);
});

test("the cancellation cancels the instance's request and leaves the instance to CloudFormation", async () => {
  const cloud = new Cloud();
  const mine = cloud.spot("sir-1", tags("1a2b3c4d"));
  cloud.spot("sir-2", tags("ffffffff"));
  const { answers } = await send("spot-cancellation", cancellation("Delete", mine.id), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(cloud.requests.map((r) => r.state), ["cancelled", "active"]);
  assert.equal(mine.state, "running");
  cloud.terminate(mine);
  assert.deepEqual(cloud.alive(), ["i-2"]);
});

test("the cancellation succeeds for a request already gone, and again", async () => {
  const cloud = new Cloud();
  const event = cancellation("Delete", "i-99");
  for (const run of [1, 2]) {
    const { answers } = await send("spot-cancellation", event, cloud);
    assert.equal(answers[0].Status, "SUCCESS", `run ${run}`);
  }
  assert.ok(!cloud.calls.includes("CancelSpotInstanceRequests"));
});

test("the sweeper cancels the request and terminates what EC2 launched in the instance's place", async () => {
  const cloud = new Cloud();
  cloud.terminate(cloud.spot("sir-1", tags("1a2b3c4d")));
  assert.deepEqual(cloud.alive(), ["i-2"]);
  const { answers, attempts } = await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(attempts, 1);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.equal(cloud.requests[0].state, "cancelled");
  assert.deepEqual(cloud.alive(), []);
});

test("the sweeper cancels before it terminates, else the request launches again", async () => {
  const cloud = new Cloud();
  cloud.spot("sir-1", tags("1a2b3c4d"));
  await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(cloud.launched, 1);
  const order = cloud.calls.filter((call) => !call.startsWith("Describe"));
  assert.deepEqual(order, ["CancelSpotInstanceRequests", "TerminateInstances"]);
});

test("the sweeper ends instances of a request that somebody cancelled before", async () => {
  const cloud = new Cloud();
  cloud.spot("sir-1", tags("1a2b3c4d"), "cancelled");
  const { answers } = await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(cloud.alive(), []);
  assert.ok(!cloud.calls.includes("CancelSpotInstanceRequests"));
});

test("the sweeper touches no other suffix and no other deployment", async () => {
  const cloud = new Cloud();
  cloud.spot("sir-1", tags("ffffffff"));
  cloud.spot("sir-2", tags("1a2b3c4d", "harena-staging"));
  const { answers } = await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(cloud.alive(), ["i-1", "i-2"]);
  assert.ok(cloud.requests.every((r) => r.state === "active"));
});

test("the sweeper waits until the instances have ended", async () => {
  const cloud = new Cloud();
  const instance = cloud.spot("sir-1", tags("1a2b3c4d"));
  let looks = 0;
  cloud.TerminateInstances = () => {
    instance.state = ++looks < 4 ? "shutting-down" : "terminated";
    return {};
  };
  await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(looks, 4);
});

test("the sweeper sees a launch that was under way at its first look", async () => {
  const cloud = new Cloud();
  cloud.requests.push({ id: "sir-1", tags: tags("1a2b3c4d"), state: "cancelled" });
  const look = cloud.DescribeInstances;
  let looks = 0;
  cloud.DescribeInstances = (input) => {
    const seen = look.call(cloud, input);
    if (++looks === 1) cloud.launch("sir-1", {});
    return seen;
  };
  await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.deepEqual(cloud.alive(), []);
});

test("the sweeper goes on after throttling, and after a request vanished between two calls", async () => {
  const cloud = new Cloud();
  cloud.spot("sir-1", tags("1a2b3c4d"));
  cloud.faults = [...Array(12).fill("ThrottlingException"), null, "InvalidSpotInstanceRequestID.NotFound"];
  const { answers } = await send("spot-sweeper", sweeper("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(cloud.alive(), []);
});

test("the sweeper says what it waited for when time runs out", async () => {
  const cloud = new Cloud();
  cloud.spot("sir-1", tags("1a2b3c4d"));
  cloud.TerminateInstances = () => ({});
  const { answers, attempts } = await send("spot-sweeper", sweeper("Delete"), cloud, { seconds: 60 });
  assert.equal(attempts, 1);
  assert.equal(answers[0].Status, "FAILED");
  assert.match(answers[0].Reason, /gave up waiting for the end of the Spot requests and their instances/);
});

test("every guard's delete succeeds when everything is already gone", async () => {
  for (const [name, event] of [
    ["spot-sweeper", sweeper("Delete")],
    ["spot-cancellation", cancellation("Delete", "i-1")],
    ["cloudfront-leftovers", leftovers("Delete")],
  ]) {
    const { answers } = await send(name, event, new Cloud());
    assert.equal(answers[0].Status, "SUCCESS", name);
  }
});

test("CloudFront's group is deleted once its interfaces have left the subnet", async () => {
  const cloud = new Cloud();
  cloud.groups.push(group, { ...group, id: "sg-2", "vpc-id": "vpc-2" });
  cloud.interfaces.push(user("subnet-1", 5));
  const { answers } = await send("cloudfront-leftovers", leftovers("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.deepEqual(cloud.groups.map((g) => g.id), ["sg-2"]);
  assert.equal(cloud.interfaces.length, 0);
  assert.ok(cloud.calls.filter((call) => call === "DescribeNetworkInterfaces").length > 5);
});

test("CloudFront's group stays when an origin in another subnet uses it", async () => {
  const cloud = new Cloud();
  cloud.groups.push(group);
  cloud.interfaces.push(user("subnet-2", 99));
  const { answers } = await send("cloudfront-leftovers", leftovers("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.equal(cloud.groups.length, 1);
});

test("a rule that still names CloudFront's group delays its deletion only", async () => {
  const cloud = new Cloud();
  cloud.groups.push(group);
  cloud.faults = [null, null, "DependencyViolation"];
  const { answers } = await send("cloudfront-leftovers", leftovers("Delete"), cloud);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.equal(cloud.groups.length, 0);
});
