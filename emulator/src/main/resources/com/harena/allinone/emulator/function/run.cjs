// Runs one invocation of a function as Lambda does: node run.cjs FOLDER HANDLER TIMEOUT_MS LIMIT_MS SPEED ANSWER, the event
// on standard input, behind its length in four bytes. Standard input ends with whoever runs this, however that ends, and then
// this ends too. Lambda's time passes TIMEOUT_MS / LIMIT_MS times faster, so that a busy machine starves no function. A
// short pause, as before asking again, passes SPEED times faster.
const fs = require("node:fs");
const path = require("node:path");
const url = require("node:url");
const { Worker } = require("node:worker_threads");

const [folder, handler, timeout, limit, speed, answer] = process.argv.slice(2);
const pace = Math.max(1, timeout / limit);
const start = performance.now();
const realSetTimeout = globalThis.setTimeout;
const shortened = (ms) => (ms < 1000 ? ms : ms <= 10000 ? Math.max(100, ms / speed) : ms / pace);
globalThis.setTimeout = (work, ms, ...rest) => realSetTimeout(work, shortened(ms), ...rest);

const unloadable = (message) => Object.assign(new Error(message), { name: "Runtime.ImportModuleError" });

// What Lambda's own runtime has and this one lacks is named.
function missing(error) {
  const message = error.message.split("\n")[0];
  if (!message.includes("@aws-sdk/")) return unloadable(message);
  const clients = fs.readdirSync(path.join(__dirname, "node_modules/@aws-sdk")).filter((name) => name.startsWith("client-"));
  return unloadable(`${message}: the local AWS has ${clients.map((name) => "@aws-sdk/" + name).join(", ")}`);
}

async function load(file) {
  const base = path.join(folder, file);
  const found = [".js", ".mjs", ".cjs"].map((end) => base + end).find((name) => fs.existsSync(name));
  if (!found) throw unloadable(`Cannot find module '${file}'`);
  try {
    return await (found.endsWith(".mjs") ? import(url.pathToFileURL(found)) : required(found));
  } catch (error) {
    throw ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(error.code) ? missing(error) : error;
  }
}

async function required(file) {
  try {
    return require(file);
  } catch (error) {
    if (error.code !== "ERR_REQUIRE_ESM") throw error;
    return import(url.pathToFileURL(file));
  }
}

function given(length) {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const read = fs.readSync(0, bytes, at, length - at, null);
    if (read === 0) process.exit(1);
    at += read;
  }
  return bytes;
}

// In a thread of its own, since a function that computes keeps this one busy.
const END_WITH_PARENT = `
  const input = new (require("node:net").Socket)({ fd: 0 });
  input.on("close", () => process.kill(process.pid, "SIGKILL")).resume();
`;

async function main() {
  const event = JSON.parse(given(given(4).readUInt32BE()).toString("utf8"));
  new Worker(END_WITH_PARENT, { eval: true }).unref();
  const dot = handler.lastIndexOf(".");
  const exported = handler.slice(dot + 1);
  const module = await load(handler.slice(0, dot));
  const work = module[exported] ?? module.default?.[exported];
  if (typeof work !== "function") {
    const message = `${handler} is undefined or not exported`;
    throw Object.assign(new Error(message), { name: "Runtime.HandlerNotFound" });
  }
  const context = {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    invokedFunctionArn: process.env.ALLINONE_FUNCTION_ARN,
    awsRequestId: process.env.ALLINONE_REQUEST_ID,
    logGroupName: `/aws/lambda/${process.env.AWS_LAMBDA_FUNCTION_NAME}`,
    logStreamName: "local",
    memoryLimitInMB: "256",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(timeout, limit) - (performance.now() - start) * pace,
  };
  return new Promise((resolve, reject) => {
    context.done = (error, result) => (error ? reject(error) : resolve(result));
    context.succeed = resolve;
    context.fail = reject;
    const result = work(event, context, context.done);
    if (result?.then) result.then(resolve, reject);
    else if (work.length < 3) process.once("beforeExit", () => resolve(result));
  });
}

const write = (document) => fs.writeFileSync(answer, JSON.stringify(document));
main().then(
  (result) => {
    write({ payload: result ?? null });
    process.exit(0);
  },
  (error) => {
    const trace = String(error?.stack ?? "").split("\n");
    console.error(trace.join("\n"));
    write({ error: { errorType: error?.name ?? "Error", errorMessage: String(error?.message ?? error), trace } });
    process.exit(1);
  },
);
