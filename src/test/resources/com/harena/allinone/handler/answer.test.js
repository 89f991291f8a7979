// The prologue, behind every handler: one answer, whatever happens.
const assert = require("node:assert");
const { test } = require("node:test");
const { request, fail } = require("./harness.js");

const copy = {
  RequestType: "Create",
  ResourceProperties: {
    SourceBucket: "assets",
    SourceKey: "1a2b.zip",
    Bucket: "backups",
    Key: "bundles/1a2b/bundle.zip",
    ContentType: "application/zip",
  },
};
const handler = "./handlers/asset-copy.js";

test("copies with the content type and answers with the place", async () => {
  let copied;
  const { answers, attempts } = await request(handler, copy, async (operation, input) => {
    assert.equal(operation, "CopyObject");
    copied = input;
    return {};
  });
  assert.deepEqual(JSON.parse(JSON.stringify(copied)), {
    CopySource: "assets/1a2b.zip",
    Bucket: "backups",
    Key: "bundles/1a2b/bundle.zip",
    ContentType: "application/zip",
    MetadataDirective: "REPLACE",
  });
  assert.equal(attempts, 1);
  assert.equal(answers[0].Status, "SUCCESS");
  assert.equal(answers[0].PhysicalResourceId, "backups/bundles/1a2b/bundle.zip");
  assert.deepEqual(answers[0].Data, { Bucket: "backups", Key: "bundles/1a2b/bundle.zip" });
});

test("answers as CloudFormation's address demands", async () => {
  const { answers } = await request(handler, copy, async () => ({}));
  const [{ method, headers, StackId, RequestId, LogicalResourceId }] = answers;
  assert.equal(method, "PUT");
  assert.equal(headers["content-type"], "");
  assert.ok(Number(headers["content-length"]) > 0);
  assert.deepEqual([StackId, RequestId, LogicalResourceId], ["stack-1", "request-1", "Resource"]);
});

test("deletes nothing", async () => {
  const event = { ...copy, RequestType: "Delete", PhysicalResourceId: "backups/old.zip" };
  const { answers } = await request(handler, event, async (operation) => assert.fail(operation));
  assert.equal(answers[0].Status, "SUCCESS");
  assert.equal(answers[0].PhysicalResourceId, "backups/old.zip");
});

test("repeats the answer until it is taken, so exactly one is", async () => {
  const { answers, attempts, thrown } = await request(handler, copy, async () => ({}), { refusals: 3 });
  assert.equal(attempts, 4);
  assert.equal(answers.length, 1);
  assert.equal(thrown, undefined);
});

test("gives up on an address that never takes the answer, without naming it", async () => {
  const { answers, attempts, thrown } = await request(handler, copy, async () => ({}), { refusals: 99 });
  assert.equal(attempts, 5);
  assert.equal(answers.length, 0);
  assert.match(thrown.message, /did not take the answer/);
  assert.doesNotMatch(thrown.stack + String(thrown.cause), /presigned-credential/);
});

test("a failed create answers, and the delete that follows it succeeds without a call", async () => {
  const failing = async () => {
    throw fail("NoSuchBucket", "the bucket does not exist");
  };
  const { answers, attempts } = await request(handler, copy, failing);
  assert.equal(attempts, 1);
  assert.equal(answers[0].Status, "FAILED");
  assert.equal(answers[0].Reason, "NoSuchBucket: the bucket does not exist");
  for (const name of ["asset-copy", "spot-cancellation", "spot-sweeper", "cloudfront-leftovers"]) {
    const event = { ...copy, RequestType: "Delete", PhysicalResourceId: answers[0].PhysicalResourceId };
    const rolledBack = await request(`./handlers/${name}.js`, event, async (call) => assert.fail(call));
    assert.equal(rolledBack.answers[0].Status, "SUCCESS", name);
  }
});

test("a failed update keeps the physical id, so nothing is deleted", async () => {
  const event = { ...copy, RequestType: "Update", PhysicalResourceId: "backups/old.zip" };
  const { answers } = await request(handler, event, async () => {
    throw fail("NoSuchBucket");
  });
  assert.equal(answers[0].Status, "FAILED");
  assert.equal(answers[0].PhysicalResourceId, "backups/old.zip");
});

test("throttled calls are retried beyond what the SDK does", async () => {
  let calls = 0;
  const { answers } = await request(handler, copy, async () => {
    if (++calls <= 25) throw fail("ThrottlingException");
    return {};
  });
  assert.equal(calls, 26);
  assert.equal(answers[0].Status, "SUCCESS");
});

test("a role that is seconds old is given time", async () => {
  let calls = 0;
  const { answers } = await request(handler, copy, async () => {
    if (++calls <= 2) throw fail("AccessDenied");
    return {};
  });
  assert.equal(answers[0].Status, "SUCCESS");
});

test("answers in time when the work would not end", async () => {
  const denied = async () => {
    throw fail("AccessDenied");
  };
  const { answers } = await request(handler, copy, denied, { seconds: 120 });
  assert.equal(answers[0].Status, "FAILED");
  assert.equal(answers[0].Reason, "Error: gave up waiting for the copy, last AccessDenied");
});

test("answers in time when a call hangs", async () => {
  const { answers } = await request(handler, copy, () => new Promise(() => {}), { seconds: 120 });
  assert.equal(answers.length, 1);
  assert.equal(answers[0].Reason, "Error: out of time");
});

test("logs no value and no address", async () => {
  const event = { ...copy, ResourceProperties: { ...copy.ResourceProperties, Secret: "hunter2" } };
  for (const world of [async () => ({}), async () => Promise.reject(fail("Broken", "hunter2"))]) {
    const { logged } = await request(handler, event, world);
    assert.match(logged, /^Create Resource (SUCCESS|FAILED)$/);
  }
});
