// Runs `cdk synth` and `pulumi preview` in turn, round after round, after one that warms up; prints medians and ratios.
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { median, refuse } from '../shared/flows.mjs';
import { watch } from '../shared/process-tree.mjs';

const [checkout, folder, rounds] = [process.argv[2], process.argv[3], Number(process.argv[4])];
if (!Number.isInteger(rounds) || rounds < 1) refuse(`rounds: ${process.argv[4]}: give a whole number from 1, as in benchmarks/preview/run 5`);

const flows = [
  { name: 'cdk synth', cwd: checkout, words: ['cdk', 'synth', '--quiet', '--output', join(folder, 'cdk.out')] },
  { name: 'pulumi preview', cwd: join(folder, 'stacks', 'pulumi'), words: ['pulumi', 'preview', '--stack', 'production', '--non-interactive'] },
];

/** One run: { seconds, mebibytes, cpuSeconds }. */
function run(flow) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(flow.words[0], flow.words.slice(1), { cwd: flow.cwd, env: { ...process.env, AWS_EC2_METADATA_DISABLED: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] });
    const taken = watch(child.pid);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data));
    child.on('close', (code) => {
      const result = { seconds: Number(process.hrtime.bigint() - started) / 1e9, ...taken() };
      if (code === 0) resolve(result);
      else reject(new Error(`${flow.name} ended with ${code}\n${text}`));
    });
  });
}

for (const flow of flows) flow.results = [];
for (let round = 0; round <= rounds; round++) {
  for (const flow of flows) {
    const result = await run(flow);
    console.error(`round ${round === 0 ? '0 (warm-up)' : round}: ${flow.name}: ${result.seconds.toFixed(2)} s, ${result.cpuSeconds.toFixed(2)} s of processor, ${result.mebibytes.toFixed(0)} MiB, load ${loadavg()[0].toFixed(1)}`);
    if (round > 0) flow.results.push(result);
  }
}

const of = (flow, key) => flow.results.map((result) => result[key]);
const [base] = flows;
console.log('| flow | seconds, median (least) | ratio to cdk synth, median (least) | processor seconds, median | ratio | peak memory of the process tree, MiB |');
console.log('|---|---|---|---|---|---|');
for (const flow of flows) {
  const [seconds, least, cpu] = [median(of(flow, 'seconds')), Math.min(...of(flow, 'seconds')), median(of(flow, 'cpuSeconds'))];
  const ratio = `${(seconds / median(of(base, 'seconds'))).toFixed(2)} (${(least / Math.min(...of(base, 'seconds'))).toFixed(2)})`;
  console.log(`| ${flow.name} | ${seconds.toFixed(2)} (${least.toFixed(2)}) | ${ratio} | ${cpu.toFixed(2)} | ${(cpu / median(of(base, 'cpuSeconds'))).toFixed(2)} | ${Math.max(...of(flow, 'mebibytes')).toFixed(0)} |`);
}
