// What a process and all its descendants take: resident memory at its peak, and processor time, also of those that ended.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
const LOOK_EVERY_MILLISECONDS = 50;

/** Starts to watch; the function it returns ends that and returns { mebibytes, cpuSeconds }. */
export function watch(root) {
  const ticks = new Map();
  let peak = 0;
  const look = () => {
    const processes = descendants(root);
    processes.forEach((process) => ticks.set(process.pid, process.ticks));
    peak = Math.max(peak, processes.reduce((sum, process) => sum + residentKibibytes(process.pid), 0));
  };
  const timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
  return () => {
    clearInterval(timer);
    return { mebibytes: peak / 1024, cpuSeconds: [...ticks.values()].reduce((a, b) => a + b, 0) / TICKS_PER_SECOND };
  };
}

function descendants(root) {
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))) {
    const fields = read(`/proc/${entry}/stat`)?.replace(/^.*\) /s, '').split(' ');
    if (!fields) continue;
    const parent = Number(fields[1]);
    const process = { pid: Number(entry), ticks: Number(fields[11]) + Number(fields[12]) };
    if (process.pid === root) children.set(0, [process]);
    children.set(parent, [...(children.get(parent) ?? []), process]);
  }
  const found = [];
  for (const queue = [...(children.get(0) ?? []).filter((process) => process.pid === root)]; queue.length > 0; ) {
    const process = queue.pop();
    found.push(process);
    queue.push(...(children.get(process.pid) ?? []));
  }
  return found;
}

/** Pages that processes share count once for each: the sum is an upper bound. */
function residentKibibytes(pid) {
  return Number(/VmRSS:\s+([0-9]+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);
}

/** Nothing when the process has ended meanwhile. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
