// The two halves of the health gate of an engine without wait conditions.
const assert = require("node:assert");
const { test } = require("node:test");
const { request, fail } = require("./harness.js");

const gate = (last, action = "create") => ({
  kind: "Custom::ReadyGate",
  id: "i-new",
  properties: { Parameter: "/allinone/harena-production/ready", Instance: "i-new", Last: String(last) },
  tf: { action },
});
const open = (event, world) => request("./adapted/ready-gate/pulumi.js", event, world, { seconds: 620 });
const names = (value) => async (operation, input) => {
  assert.equal(operation, "GetParameter");
  assert.equal(input.Name, "/allinone/harena-production/ready");
  return { Parameter: { Value: value } };
};

test("opens when the parameter names the instance", async () => {
  for (const last of [false, true]) {
    const { result, thrown } = await open(gate(last), names("i-new"));
    assert.equal(thrown, undefined);
    assert.deepEqual(result, { Ready: "yes" });
  }
});

test("waits while the parameter names the instance before", async () => {
  let looks = 0;
  const { result } = await open(gate(true), async (...call) => names(++looks < 4 ? "i-old" : "i-new")(...call));
  assert.equal(looks, 4);
  assert.deepEqual(result, { Ready: "yes" });
});

test("waits while there is no such parameter", async () => {
  let looks = 0;
  const { result } = await open(gate(true), async (...call) => {
    if (++looks < 3) throw fail("ParameterNotFound");
    return names("i-new")(...call);
  });
  assert.deepEqual(result, { Ready: "yes" });
});

test("the first half ends well when its time is up", async () => {
  const { result, thrown } = await open(gate(false), names("i-old"));
  assert.equal(thrown, undefined);
  assert.deepEqual(result, { Ready: "not yet" });
});

test("the last half fails when its time is up, and says who did not write what where", async () => {
  const { result, thrown } = await open(gate(true), names("i-old"));
  assert.equal(result, undefined);
  const what = "i-new to write its id into /allinone/harena-production/ready (see: allinone host status)";
  assert.equal(thrown.message, `Custom::ReadyGate: Error: gave up waiting for ${what}`);
});

test("a call that hangs ends the first half well and fails the last one clearly", async () => {
  const hanging = () => new Promise(() => {});
  const first = await open(gate(false), hanging);
  assert.equal(first.thrown, undefined);
  assert.deepEqual(first.result, { Ready: "not yet" });
  const last = await open(gate(true), hanging);
  assert.match(last.thrown.message, /gave up waiting for i-new .* no answer$/);
});

test("a refusal that does not pass fails both halves at once", async () => {
  for (const last of [false, true]) {
    let calls = 0;
    const { thrown } = await open(gate(last), async () => {
      calls++;
      throw fail("ValidationException", "name is not valid");
    });
    assert.equal(calls, 1);
    assert.equal(thrown.message, "Custom::ReadyGate: ValidationException: name is not valid");
  }
});

test("deleting it asks nobody", async () => {
  const { thrown } = await open(gate(true, "delete"), async (call) => assert.fail(call));
  assert.equal(thrown, undefined);
});
