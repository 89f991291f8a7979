// Waits until Parameter holds the id of Instance, which that instance writes once it is healthy.
// Two of these make one gate, since no function runs for 20 minutes: the first ends well when its
// time is up, the Last one fails.
const ssm = require("@aws-sdk/client-ssm");
const client = new ssm.SSMClient({ maxAttempts: 10 });

async function handle({ type, id, properties }) {
  const { Parameter: Name, Instance, Last } = properties;
  if (type === "Delete") return { id };
  const what = `${Instance} to write its id into ${Name} (see: allinone host status)`;
  const look = async () => {
    const { Parameter } = await client.send(new ssm.GetParameterCommand({ Name }));
    return Parameter.Value === Instance;
  };
  const gaveUp = (error) => {
    if (error.message.startsWith("gave up")) return error;
    throw error;
  };
  const late = pause(timeLeft() + 5000).then(() => new Error(`gave up waiting for ${what}, no answer`));
  const seen = await Promise.race([eventually(what, look).catch(gaveUp), late]);
  if (seen !== true && Last === "true") throw seen;
  return { id: Instance, data: { Ready: seen === true ? "yes" : "not yet" } };
}
