// Runs commands one after the other with time, processor time and memory taken.
import { spawn } from 'node:child_process';
import { endedProcessesSeconds } from './processor-time.mjs';
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

/**
 * Runs the words to their end, which must be status 0: { seconds, processor, mebibytes, output }. One at a time: the processor
 * seconds are those of all processes that ended meanwhile.
 */
export function timed(words, { env = {}, cwd, input } = {}) {
  return new Promise((resolve) => {
    const started = process.hrtime.bigint();
    const before = endedProcessesSeconds();
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
      resolve({ seconds, processor: endedProcessesSeconds() - before, mebibytes, output });
    });
  });
}

/** The parts of one flow as one result: seconds add up, memory is the highest. */
export function together(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return {
    seconds: sum('seconds'),
    processor: sum('processor'),
    mebibytes: Math.max(...results.map((result) => result.mebibytes)),
    parts: results.map((result) => result.seconds),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}
