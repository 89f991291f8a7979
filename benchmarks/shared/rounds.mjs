// Runs every flow in turn, round after round after one that warms up, and prints a table of ratios to ours, the one named 'allinone'.
import { loadavg } from 'node:os';
import { median, refuse } from './flows.mjs';
import { seconds as processorSeconds } from './processor-time.mjs';

const joined = (parts) => parts.map((seconds) => seconds.toFixed(1)).join(' + ');

/**
 * Runs the flows, a list of { name, run }, and gives each its `results`.
 *
 * @param place where the servers were started
 * @param prepare makes the target empty, not timed
 * @param prove says what is wrong with what arrived; nothing when it is right
 */
export async function compare(flows, { rounds, place, prepare, prove }) {
  const servers = place.started.map(({ pid }) => pid);
  for (const flow of flows) flow.results = [];
  for (let round = 0; round <= rounds; round++) {
    for (const flow of flows) {
      await prepare();
      const before = processorSeconds(servers);
      const result = await flow.run();
      result.servers = processorSeconds(servers) - before;
      const wrong = await prove();
      if (wrong) refuse(`${flow.name}: ${wrong}`);
      report(round === 0 ? '0 (warm-up)' : round, flow.name, result);
      if (round > 0) flow.results.push(result);
    }
  }
}

/** Says on standard error how one flow of one round went. */
function report(round, name, result) {
  const parts = result.parts ? ` (${joined(result.parts)})` : '';
  const processor = `${result.processor.toFixed(1)} + ${result.servers.toFixed(1)} s of processor`;
  console.error(`round ${round}: ${name}: ${result.seconds.toFixed(1)} s${parts}, ${processor}, ${result.mebibytes.toFixed(0)} MiB, load ${loadavg()[0].toFixed(1)}`);
}

const of = (flow, value) => median(flow.results.map(value));
export const elapsed = (flow) => of(flow, ({ seconds }) => seconds);
export const processor = (flow) => of(flow, (result) => result.processor + result.servers);

/** The median of each part over the rounds. */
export const parts = (flow) => (flow.results[0].parts ?? []).map((_, index) => of(flow, (result) => result.parts[index]));

/** Prints one line for each flow. */
export function printTable(flows) {
  const ours = flows.filter(({ name }) => name.startsWith('allinone')).at(-1);
  console.log('| flow | seconds, median = its parts (least) | allinone is so many times that | processor seconds, programs + servers | allinone is so many times that | peak memory of the programs, MiB |');
  console.log('|---|---|---|---|---|---|');
  for (const flow of flows) {
    const least = Math.min(...flow.results.map(({ seconds }) => seconds));
    const memory = Math.max(...flow.results.map(({ mebibytes }) => mebibytes));
    const made = parts(flow).length > 0 ? ` = ${joined(parts(flow))}` : '';
    const split = `${of(flow, (it) => it.processor).toFixed(1)} + ${of(flow, (it) => it.servers).toFixed(1)}`;
    console.log(`| ${flow.name} | ${elapsed(flow).toFixed(1)}${made} (${least.toFixed(1)}) | ${(elapsed(ours) / elapsed(flow)).toFixed(2)} | ${split} | ${(processor(ours) / processor(flow)).toFixed(2)} | ${memory.toFixed(0)} |`);
  }
}

/** Prints a target, and whether it is met. */
export function printTarget(words, value, limit) {
  console.log(`- **${words}, at most ${limit}: ${value <= limit ? 'met' : 'missed'}**, ${value.toFixed(2)}`);
}
