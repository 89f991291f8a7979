// Runs a handler as Lambda would: against a stand-in for the SDK's clients and for CloudFormation's
// answer address, a thousand times faster than life.
const http = require("node:http");
const Module = require("node:module");

const SPEED = 1000;
const realSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = (work, milliseconds, ...rest) => realSetTimeout(work, milliseconds / SPEED, ...rest);

// The stand-in: every client hands its calls to aws(operation, input), and repeats a throttled call
// as often as the real one, maxAttempts times (3 by default).
let aws;
class Client {
  constructor({ maxAttempts = 3 } = {}) {
    this.maxAttempts = maxAttempts;
  }
  async send({ operation, input }) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await aws(operation, input);
      } catch (error) {
        if (attempt === this.maxAttempts || !/Throttling/.test(error.name)) throw error;
      }
    }
  }
}
const command = (operation) =>
  class {
    constructor(input) {
      Object.assign(this, { operation, input });
    }
  };
const sdk = new Proxy(
  {},
  { get: (_, name) => (name.endsWith("Client") ? Client : command(name.replace(/Command$/, ""))) },
);
const load = Module._load;
Module._load = (name, ...rest) => (name.startsWith("@aws-sdk/") ? sdk : load(name, ...rest));

const fail = (name, message = name) => Object.assign(new Error(message), { name });

// Sends one request and returns what CloudFormation was told, every attempt, what the function
// returned or threw, and what was logged.
async function request(handler, event, world, { seconds = 900, refusals = 0 } = {}) {
  const answers = [];
  let attempts = 0;
  const server = http.createServer((incoming, outgoing) => {
    let body = "";
    incoming.on("data", (part) => (body += part));
    incoming.on("end", () => {
      attempts++;
      const refused = attempts <= refusals;
      if (!refused) answers.push({ method: incoming.method, headers: incoming.headers, ...JSON.parse(body) });
      outgoing.writeHead(refused ? 503 : 200).end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const logged = [];
  const log = console.log;
  console.log = (...words) => logged.push(words.join(" "));
  const start = performance.now();
  const context = { getRemainingTimeInMillis: () => seconds * 1000 - (performance.now() - start) * SPEED };
  const sent = {
    RequestId: "request-1",
    StackId: "stack-1",
    LogicalResourceId: "Resource",
    ResponseURL: `http://127.0.0.1:${server.address().port}/?Signature=presigned-credential`,
    ...event,
  };
  aws = world;
  let thrown;
  let result;
  try {
    result = await require(handler).handler(sent, context);
  } catch (error) {
    thrown = error;
  } finally {
    console.log = log;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return { answers, attempts, result, thrown, logged: logged.join("\n") };
}

module.exports = { request, fail };
