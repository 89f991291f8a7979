// Lets a handler that answers CloudFormation serve a Lambda invocation of Pulumi whose lifecycle
// scope is CRUD: makes CloudFormation's event of the input { kind, id, properties, tf }, where tf is
// the provider's, and returns the answer's data or throws its reason. Logs no value.
const { handler } = require("./handler.js");
const types = { create: "Create", update: "Update", delete: "Delete" };

// Rejects shortly before Lambda would end the function without a word.
function clock(context) {
  let timer;
  const end = new Promise((_, reject) => {
    const left = Math.max(0, context.getRemainingTimeInMillis() - 5000);
    timer = setTimeout(() => reject(new Error("out of time: the handler did not answer")), left);
  });
  return { end, stop: () => clearTimeout(timer) };
}

exports.handler = async ({ kind, id, properties, tf }, context) => {
  const RequestType = types[tf?.action];
  if (!RequestType) throw new Error(`tf.action is '${tf?.action}': give create, update or delete`);
  const event = { RequestType, LogicalResourceId: kind, ResourceProperties: properties };
  if (RequestType !== "Create") event.PhysicalResourceId = id;
  if (RequestType === "Update") event.OldResourceProperties = tf.prev_input?.properties ?? {};
  let answer;
  globalThis.fetch = async (_, { body }) => {
    answer = JSON.parse(body);
    return { ok: true };
  };
  const time = clock(context);
  try {
    await Promise.race([handler(event, context), time.end]);
  } finally {
    time.stop();
  }
  if (answer.Status !== "SUCCESS") throw new Error(`${kind}: ${answer.Reason}`);
  return answer.Data ?? {};
};
