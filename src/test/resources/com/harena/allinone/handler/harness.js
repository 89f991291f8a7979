// Runs a handler as Lambda would: against a stand-in for the SDK's clients and for CloudFormation's
// answer address, on a clock of its own that goes on only when nothing else is left to do, so that
// neither a busy machine nor a quick one changes what happens.
const http = require("node:http");
const Module = require("node:module");

let now = 0;
let timers = [];
let answering = 0;
let turning = false;
globalThis.ownClock = {
  setTimeout(work, milliseconds) {
    const timer = { due: now + Math.max(0, milliseconds), run: work };
    timers.push(timer);
    turn();
    return timer;
  },
  clearTimeout(timer) {
    timers = timers.filter((other) => other !== timer);
  },
};

// The handlers' timers alone: those of Node's fetch stay real.
const compile = Module.prototype._compile;
Module.prototype._compile = function (code, file) {
  const handlers = /\/(handlers|adapted)\//.test(file) ? "const { setTimeout, clearTimeout } = ownClock; " : "";
  return compile.call(this, handlers + code, file);
};

// Lets every promise settle, then runs the timer that is due first; none while an answer is on its way.
function turn() {
  if (turning || timers.length === 0) return;
  turning = true;
  setImmediate(() => {
    turning = false;
    if (answering === 0 && timers.length > 0) {
      const next = timers.reduce((first, other) => (other.due < first.due ? other : first));
      ownClock.clearTimeout(next);
      now = next.due;
      next.run();
    }
    turn();
  });
}
const realFetch = globalThis.fetch;
globalThis.fetch = async (...call) => {
  answering++;
  try {
    return await realFetch(...call);
  } finally {
    answering--;
  }
};

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
  const start = now;
  const context = { getRemainingTimeInMillis: () => seconds * 1000 - (now - start) };
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
