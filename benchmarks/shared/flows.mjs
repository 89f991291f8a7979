// Runs commands one after the other with time and memory taken, and prints a table of ratios.
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { watch } from './process-tree.mjs';

export function refuse(message) {
  console.error(message);
  process.exit(2);
}

/** A whole number from 1, from the command line or the default. */
export function wholeNumber(text, name, fallback) {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`${name}: ${text}: give a whole number from 1`);
  return value;
}

/** Runs the words to their end: { seconds, mebibytes, output }. Anything but status 0 ends the benchmark. */
export function timed(words, { env = {}, cwd, input } = {}) {
  return new Promise((resolve) => {
    const started = process.hrtime.bigint();
    const child = spawn(words[0], words.slice(1), { cwd, env: { ...process.env, ...env }, stdio: [input ?? 'ignore', 'pipe', 'pipe'] });
    const taken = watch(child.pid);
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => refuse(`${words[0]}: ${error.message}`));
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const { mebibytes } = taken();
      if (code !== 0) refuse(`${words.join(' ')}\nended with ${code}\n${output.slice(-4000)}`);
      resolve({ seconds, mebibytes, output });
    });
  });
}

/** The parts of one flow as one result: seconds add up, memory is the highest. */
export function together(results) {
  return {
    seconds: results.reduce((sum, result) => sum + result.seconds, 0),
    mebibytes: Math.max(...results.map((result) => result.mebibytes)),
    parts: results.map((result) => result.seconds),
  };
}

const sum = (parts) => parts.map((seconds) => seconds.toFixed(1)).join(' + ');

/** The median of each part over the rounds, for flows that have parts. */
function medianParts(results) {
  if (!results[0].parts) return '';
  return ` = ${sum(results[0].parts.map((_, index) => median(results.map(({ parts }) => parts[index]))))}`;
}

/** Says on standard error how one flow of one round went. */
export function progress(round, name, result) {
  console.error(`round ${round}: ${name}: ${result.seconds.toFixed(1)} s${result.parts ? ` (${sum(result.parts)})` : ''}, ${result.mebibytes.toFixed(0)} MiB, load ${loadavg()[0].toFixed(1)}`);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}

/** Prints the flows, a list of { name, results }, with their ratio to ours, the one named 'allinone'. */
export function printTable(flows) {
  const ours = median(flows.filter(({ name }) => name.startsWith('allinone')).at(-1).results.map(({ seconds }) => seconds));
  console.log('| flow | seconds, median = its parts (least) | allinone is so many times its time | peak memory of its processes, MiB |');
  console.log('|---|---|---|---|');
  for (const { name, results } of flows) {
    const seconds = results.map((result) => result.seconds);
    const memory = Math.max(...results.map((result) => result.mebibytes));
    console.log(`| ${name} | ${median(seconds).toFixed(1)}${medianParts(results)} (${Math.min(...seconds).toFixed(1)}) | ${(ours / median(seconds)).toFixed(2)} | ${memory.toFixed(0)} |`);
  }
}
