// Makes a secret unless there is one, keeps it as SecureString, and returns it hidden. Never
// overwrites, never deletes. AWS's messages may quote a value: only an error's name goes on.
const ssm = require("@aws-sdk/client-ssm");
const { randomBytes } = require("crypto");
const client = new ssm.SSMClient({ maxAttempts: 10 });

async function quietly(command) {
  try {
    return await client.send(command);
  } catch ({ name }) {
    throw Object.assign(new Error("Parameter Store refused"), { name });
  }
}

async function handle({ type, id, properties }) {
  if (type === "Delete") return { id };
  const { Name, Description } = properties;
  const Value = randomBytes(32).toString("hex");
  const made = { Name, Description, Value, Type: "SecureString", Overwrite: false };
  const kept = await eventually(Name, async () => {
    await quietly(new ssm.PutParameterCommand(made)).catch((error) => {
      if (error.name !== "ParameterAlreadyExists") throw error;
    });
    const found = await quietly(new ssm.GetParameterCommand({ Name, WithDecryption: true }));
    return found.Parameter.Value;
  });
  return { id: Name, data: { Value: kept }, secret: true };
}
