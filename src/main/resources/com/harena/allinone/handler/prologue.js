// Calls handle(), then answers CloudFormation exactly once. Logs no value: the answer's address
// is a credential, and properties may be secret.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Worth another try: AWS is busy, the role is new, or what was listed is gone or in use.
const passing = /Throttl|RequestLimit|TooMany|SlowDown|Unavailable|Internal|Timeout|ECONN|Denied|Unauthorized|NotFound|Dependency/;
let timeLeft;

// Repeats step until it returns something; gives up in time to answer.
async function eventually(what, step) {
  let last = "";
  while (timeLeft() > 0) {
    try {
      const result = await step();
      if (result) return result;
    } catch (error) {
      if (!passing.test(error.name + error.code)) throw error;
      last = `, last ${error.name}`;
    }
    await pause(5000);
  }
  throw new Error(`gave up waiting for ${what}${last}`);
}

exports.handler = async (event, context) => {
  timeLeft = () => context.getRemainingTimeInMillis() - 20000;
  const { RequestType: type, PhysicalResourceId: id, RequestId, StackId, LogicalResourceId } = event;
  const { ResourceProperties: properties, OldResourceProperties: previous } = event;
  const answer = { Status: "SUCCESS", RequestId, StackId, LogicalResourceId };
  answer.PhysicalResourceId = id ?? "never-made";
  try {
    const late = () => pause(timeLeft() + 10000).then(() => Promise.reject(new Error("out of time")));
    const nothing = type === "Delete" && id === "never-made";
    const result = nothing ? {} : await Promise.race([handle({ type, id, properties, previous }), late()]);
    answer.PhysicalResourceId = result.id ?? answer.PhysicalResourceId;
    answer.Data = result.data;
    answer.NoEcho = result.secret === true;
  } catch (error) {
    answer.Status = "FAILED";
    answer.Reason = `${error.name}: ${error.message}`;
  }
  console.log(type, LogicalResourceId, answer.Status);
  for (let attempt = 1; attempt <= 5; attempt++) {
    const put = { method: "PUT", headers: { "content-type": "" }, body: JSON.stringify(answer) };
    if ((await fetch(event.ResponseURL, put).catch(() => ({}))).ok) return;
    await pause(1000);
  }
  throw new Error("CloudFormation did not take the answer");
};
