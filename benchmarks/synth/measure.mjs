// Runs each flow in turn, round after round, after one that warms up; prints medians and ratios, and refuses to compare
// flows that make different resources.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from '../shared/process-tree.mjs';
import { differences } from './same-versions.mjs';

const [checkout, rounds] = [process.argv[2], Number(process.argv[3])];
if (!Number.isInteger(rounds) || rounds < 1) refuse(`rounds: ${process.argv[3]}: give a whole number from 1, as in benchmarks/synth/run 5`);
const wrong = differences(checkout);
if (wrong.length > 0) refuse(wrong.join('\n'));

const here = join(checkout, 'benchmarks', 'synth');
const programs = join(checkout, 'node_modules', '.bin');
const flows = [
  { name: 'JavaScript', cwd: join(here, 'javascript'), options: [] },
  { name: 'allinone', cwd: checkout, options: [] },
  { name: 'cdk init --language java', cwd: checkout, options: ['--app', `mvn -e -q -f ${join(here, 'stock', 'pom.xml')} compile exec:java`] },
];

function refuse(message) {
  console.error(message);
  process.exit(2);
}

/** One synthesis: { seconds, cpuSeconds, mebibytes, types }. */
function synthesize(flow) {
  const output = mkdtempSync(join(tmpdir(), 'synth-'));
  const env = { ...process.env, PATH: `${programs}:${process.env.PATH}`, AWS_EC2_METADATA_DISABLED: 'true' };
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(join(programs, 'cdk'), ['synth', '--quiet', '--output', output, ...flow.options], { cwd: flow.cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const taken = watch(child.pid);
    let errors = '';
    child.stderr.on('data', (data) => (errors += data));
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const template = readdirSync(output).find((file) => file.endsWith('.template.json'));
      if (code === 0 && template) resolve({ seconds, ...taken(), types: types(join(output, template)) });
      else reject(new Error(`${flow.name}: cdk synth ended with ${code}\n${errors}`));
      rmSync(output, { recursive: true });
    });
  });
}

/** Number of resources of each type, as one comparable text. */
function types(file) {
  const counts = {};
  for (const { Type } of Object.values(JSON.parse(readFileSync(file, 'utf8')).Resources)) counts[Type] = (counts[Type] ?? 0) + 1;
  return Object.entries(counts).sort().map(([type, count]) => `${type} ${count}`).join('\n');
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}

const results = new Map(flows.map((flow) => [flow.name, []]));
const expected = types(join(checkout, 'stacks', 'harena.template.json'));
for (let round = 0; round <= rounds; round++) {
  for (const flow of flows) {
    const result = await synthesize(flow);
    const load = loadavg()[0].toFixed(1);
    console.error(`round ${round === 0 ? '0 (warm-up)' : round}: ${flow.name}: ${result.seconds.toFixed(2)} s, ${result.cpuSeconds.toFixed(2)} s of processor, ${result.mebibytes.toFixed(0)} MiB, load ${load}`);
    if (result.types !== expected) refuse(`${flow.name} does not make the resources of stacks/harena.template.json:\n${result.types}\n--- expected\n${expected}`);
    if (round > 0) results.get(flow.name).push(result);
  }
}

const of = (name, key) => results.get(name).map((result) => result[key]);
const base = median(of('JavaScript', 'seconds'));
const baseCpu = median(of('JavaScript', 'cpuSeconds'));
console.log('| flow | seconds, median (least) | ratio to JavaScript | processor seconds, median | ratio | peak memory of the process tree, MiB |');
console.log('|---|---|---|---|---|---|');
for (const { name } of flows) {
  const seconds = median(of(name, 'seconds'));
  const cpu = median(of(name, 'cpuSeconds'));
  const least = Math.min(...of(name, 'seconds'));
  console.log(`| ${name} | ${seconds.toFixed(2)} (${least.toFixed(2)}) | ${(seconds / base).toFixed(2)} | ${cpu.toFixed(2)} | ${(cpu / baseCpu).toFixed(2)} | ${Math.max(...of(name, 'mebibytes')).toFixed(0)} |`);
}
console.log(`\n${rounds} rounds, the flows in turn; every flow makes the same number of each of ${expected.split('\n').length} resource types`);
