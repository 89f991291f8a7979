// Calls handle(), then answers CloudFormation exactly once. Logs no value: the answer's address
// is a credential, and properties may be secret. A new role's denials pass: IAM takes seconds.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const passing = /Throttl|RequestLimit|TooMany|SlowDown|Unavailable|Internal|Timeout|ECONN|Denied|Unauthorized/;
let timeLeft;

// Repeats step until it returns something; gives up while there is time left to answer.
async function eventually(what, step) {
  let last = "";
  while (timeLeft() > 0) {
    try {
      const result = await step();
      if (result) return result;
    } catch (error) {
      if (!passing.test(error.name + error.code)) throw error;
      last = `, last error ${error.name}`;
    }
    await pause(5000);
  }
  throw new Error(`gave up waiting for ${what}${last}`);
}

exports.handler = async (event, context) => {
  timeLeft = () => context.getRemainingTimeInMillis() - 20000;
  const { RequestType: type, PhysicalResourceId: id, RequestId, StackId, LogicalResourceId } = event;
  const answer = { Status: "SUCCESS", RequestId, StackId, LogicalResourceId };
  answer.PhysicalResourceId = id ?? "never-made";
  try {
    const request = { type, id, properties: event.ResourceProperties, previous: event.OldResourceProperties };
    const late = () => pause(timeLeft() + 10000).then(() => Promise.reject(new Error("out of time")));
    const nothing = type === "Delete" && id === "never-made";
    const result = nothing ? {} : await Promise.race([handle(request), late()]);
    answer.PhysicalResourceId = result.id ?? answer.PhysicalResourceId;
    answer.Data = result.data;
    answer.NoEcho = result.secret === true;
  } catch (error) {
    answer.Status = "FAILED";
    answer.Reason = `${error.name}: ${error.message}`;
  }
  console.log(type, LogicalResourceId, answer.Status);
  for (let attempt = 1; attempt <= 5; attempt++) {
    const request = { method: "PUT", headers: { "content-type": "" }, body: JSON.stringify(answer) };
    const sent = await fetch(event.ResponseURL, request).catch(() => ({}));
    if (sent.ok) return;
    await pause(1000);
  }
  throw new Error("CloudFormation did not take the answer");
};
