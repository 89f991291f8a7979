// Runs each flow in turn, round after round; prints the median seconds, the peak memory of the whole process tree and the ratio to JavaScript.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [checkout, rounds] = [process.argv[2], Number(process.argv[3])];
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`rounds: ${process.argv[3]}: a whole number from 1; run benchmarks/synth/run 5`);
  process.exit(2);
}
const here = join(checkout, 'benchmarks', 'synth');
const cdk = join(checkout, 'node_modules', '.bin', 'cdk');
const flows = [
  { name: 'javascript', cwd: join(here, 'javascript'), app: [] },
  { name: 'allinone', cwd: checkout, app: [] },
  { name: 'cdk init --language java', cwd: checkout, app: ['--app', `mvn -e -q -f ${join(here, 'stock', 'pom.xml')} compile exec:java`] },
];

/** Resident memory of a process and all its descendants, in MiB. */
function treeMemory(root) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^[0-9]+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
    } catch {
      continue; // ended meanwhile
    }
  }
  let kibibytes = 0;
  for (const queue = [root]; queue.length > 0; ) {
    const pid = queue.pop();
    queue.push(...(children.get(pid) ?? []));
    try {
      kibibytes += Number(/VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      continue; // ended meanwhile
    }
  }
  return kibibytes / 1024;
}

function run(flow) {
  const output = mkdtempSync(join(tmpdir(), 'synth-'));
  const started = process.hrtime.bigint();
  const environment = { ...process.env, PATH: `${join(checkout, 'node_modules', '.bin')}:${process.env.PATH}`, AWS_EC2_METADATA_DISABLED: 'true' };
  return new Promise((resolve, reject) => {
    const child = spawn(cdk, ['synth', '--quiet', '--no-notices', '--output', output, ...flow.app], { cwd: flow.cwd, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    let peak = 0;
    child.stderr.on('data', (data) => (errors += data));
    const sampler = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 25);
    child.on('close', (code) => {
      clearInterval(sampler);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const template = readdirSync(output).find((file) => file.endsWith('.template.json'));
      const types = template && existsSync(join(output, template)) ? typesOf(join(output, template)) : null;
      rmSync(output, { recursive: true });
      if (code !== 0 || types === null) reject(new Error(`${flow.name}: cdk synth ended with ${code}\n${errors}`));
      else resolve({ seconds, peak, types });
    });
  });
}

/** Number of resources of each type, as one comparable text. */
function typesOf(file) {
  const counts = {};
  for (const resource of Object.values(JSON.parse(readFileSync(file, 'utf8')).Resources)) {
    counts[resource.Type] = (counts[resource.Type] ?? 0) + 1;
  }
  return Object.entries(counts).sort().map(([type, count]) => `${type} ${count}`).join('\n');
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const results = new Map(flows.map((flow) => [flow.name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const flow of flows) {
    const result = await run(flow);
    console.error(`round ${round}${round === 0 ? ' (warm-up)' : ''}: ${flow.name}: ${result.seconds.toFixed(2)} s, ${result.peak.toFixed(0)} MiB`);
    if (round > 0) results.get(flow.name).push(result);
  }
}
const types = flows.map((flow) => results.get(flow.name)[0].types);
if (new Set(types).size !== 1) {
  console.error(`the flows do not make the same resources:\n${flows.map((flow, i) => `--- ${flow.name}\n${types[i]}`).join('\n')}`);
  process.exit(1);
}
const base = median(results.get('javascript').map((result) => result.seconds));
console.log('| flow | seconds (median) | ratio to JavaScript | peak memory of the tree, MiB |');
console.log('|---|---|---|---|');
for (const flow of flows) {
  const seconds = median(results.get(flow.name).map((result) => result.seconds));
  const peak = Math.max(...results.get(flow.name).map((result) => result.peak));
  console.log(`| ${flow.name} | ${seconds.toFixed(2)} | ${(seconds / base).toFixed(2)} | ${peak.toFixed(0)} |`);
}
console.log(`\n${rounds} rounds, the flows in turn; ${types[0].split('\n').length} resource types, the same number of each in every flow`);
