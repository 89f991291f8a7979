// Bootstraps, deploys, deploys again and compares on the local AWS and on plain moto, in turn, and counts what each has of the stack then.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [checkout, rounds] = [process.argv[2], Number(process.argv[3])];
if (!Number.isInteger(rounds) || rounds < 1) refuse(`rounds: ${process.argv[3]}: give a whole number from 1, as in benchmarks/local/run 3`);
const here = join(checkout, 'benchmarks', 'local');
const python = join(here, 'venv', 'bin', 'python');
const work = mkdtempSync(join(tmpdir(), 'local-'));
const assembly = join(work, 'assembly');
const steps = ['start', 'bootstrap', 'deploy', 'second deploy', 'diff'];
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function refuse(message) {
  console.error(message);
  process.exit(2);
}

/** The environment of the CDK's command line: nothing of the operator's own AWS. */
function environment(variables) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS|CDK|DOCKER)_|_PROXY$/i.test(name));
  return { ...Object.fromEntries(kept), ...variables };
}

function cdk(env, words) {
  const { status, stdout, stderr } = spawnSync(join(checkout, 'node_modules/.bin/cdk'), words, { cwd: checkout, env: environment(env), encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** The local AWS as its users start it. */
const allinone = {
  name: 'allinone',
  start() {
    const { status, stdout, stderr } = spawnSync(join(checkout, 'allinone'), ['local', 'up', '--json'], { encoding: 'utf8' });
    if (status !== 0) refuse(stderr);
    return JSON.parse(stdout).environment;
  },
  end: () => spawnSync(join(checkout, 'allinone'), ['local', 'down']),
};

/** Moto's server with its own CloudFormation. */
const moto = {
  name: 'plain moto',
  async start() {
    const port = await freePort();
    const home = mkdtempSync(join(work, 'home-'));
    const isolated = { HOME: home, DOCKER_HOST: `unix://${home}/no-docker`, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' };
    this.server = spawn(join(here, 'venv/bin/moto_server'), ['-H', '127.0.0.1', '-p', port], { env: environment(isolated), stdio: 'ignore' });
    const url = `http://localhost:${port}`;
    while (!(await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined))) await sleep(50);
    return { ...isolated, AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'local', AWS_SESSION_TOKEN: 'local', AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true', CI: 'true' };
  },
  end() {
    this.server.kill('SIGKILL');
  },
};

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

/** One round of one flow: seconds and exit code of each step, and what the services have. */
async function deploy(flow) {
  const result = { seconds: [], codes: [], said: '' };
  const timed = async (work) => {
    const started = process.hrtime.bigint();
    const value = await work();
    result.seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
    return value;
  };
  const env = await timed(() => flow.start());
  try {
    for (const words of [['bootstrap', 'aws://123456789012/eu-west-1'], ['deploy', '--require-approval', 'never', '--app', assembly], ['deploy', '--require-approval', 'never', '--app', assembly], ['diff', '--fail', '--app', assembly]]) {
      const { status, said } = await timed(() => cdk(env, words));
      result.codes.push(status);
      result.said += said;
    }
    const template = join(assembly, readdirSync(assembly).find((file) => file.endsWith('.template.json')));
    const counted = spawnSync(python, [join(here, 'found.py'), env.AWS_ENDPOINT_URL, template, 'harena-production'], { encoding: 'utf8' });
    if (counted.status !== 0) refuse(counted.stderr);
    result.found = JSON.parse(counted.stdout);
  } finally {
    flow.end();
  }
  return result;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}

if (cdk({}, ['synth', '--quiet', '--output', assembly]).status !== 0 || !existsSync(assembly)) refuse('the stack cannot be synthesized: run ./allinone synth');
const flows = [allinone, moto];
flows.forEach((flow) => (flow.results = []));
for (let round = 0; round <= rounds; round++) {
  for (const flow of flows) {
    const result = await deploy(flow);
    if (round > 0) flow.results.push(result);
    console.error(`round ${round === 0 ? '0 (warm-up)' : round}: ${flow.name}: ${result.seconds.map((s) => s.toFixed(1)).join(' + ')} s, exit codes ${result.codes.join(' ')}, load ${loadavg()[0].toFixed(1)}`);
  }
}
console.log(`| seconds, median | ${steps.join(' | ')} | all | CDK's exit codes | of the counted resources there are |`);
console.log(`|---|${steps.map(() => '---|').join('')}---|---|---|`);
for (const { name, results } of flows) {
  const each = steps.map((_, index) => median(results.map(({ seconds }) => seconds[index])));
  const last = Object.values(results.at(-1).found);
  const [has, wanted] = [0, 1].map((index) => last.reduce((sum, pair) => sum + pair[index], 0));
  console.log(`| ${name} | ${each.map((s) => s.toFixed(1)).join(' | ')} | ${each.reduce((a, b) => a + b, 0).toFixed(1)} | ${results.at(-1).codes.join(' ')} | ${has} of ${wanted} |`);
}
for (const { name, results } of flows) {
  const lacks = Object.entries(results.at(-1).found).filter(([, [has, wanted]]) => has !== wanted);
  console.log(`\n${name}: ${lacks.length === 0 ? 'nothing counted is missing' : lacks.map(([type, [has, wanted]]) => `${type} ${has} of ${wanted}`).join(', ')}`);
}
