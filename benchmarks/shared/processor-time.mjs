// Processor time as the kernel counts it: also that of processes which have ended meanwhile.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux

/** Seconds of every process that was started here, has ended and was waited for, with its descendants. */
export function endedProcessesSeconds() {
  const { ended } = times('self');
  return ended / TICKS_PER_SECOND;
}

/** Seconds of these processes, of their descendants that live and of those that were waited for. */
export function seconds(pids) {
  const children = childrenByParent();
  const queue = [...pids];
  let ticks = 0;
  while (queue.length > 0) {
    const pid = queue.pop();
    const { own, ended } = times(pid);
    ticks += own + ended;
    queue.push(...(children.get(pid) ?? []));
  }
  return ticks / TICKS_PER_SECOND;
}

function childrenByParent() {
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))) {
    const parent = Number(fields(entry)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  return children;
}

function times(pid) {
  const all = fields(pid)?.slice(11, 15).map(Number) ?? [0, 0, 0, 0];
  return { own: all[0] + all[1], ended: all[2] + all[3] };
}

/** What follows the name of the program in its stat file; nothing when the process has ended meanwhile. */
function fields(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return undefined;
  }
}
