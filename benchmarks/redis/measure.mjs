// Copies one Redis with each flow in turn, round after round, into an empty Redis each time.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { printTable, progress, timed, together, wholeNumber } from '../shared/flows.mjs';
import { moves } from '../shared/moves.mjs';
import { redis, workplace } from '../shared/servers.mjs';
import { fill } from './fill.mjs';

const [checkout, rounds, keys] = [process.argv[2], wholeNumber(process.argv[3], 'rounds', 3), wholeNumber(process.argv[4], 'keys', 1_000_000)];
const dumper = process.argv[5];
const place = workplace('benchmark-redis');
const [old, fresh] = [await redis(place), await redis(place)];
const ask = (port, ...words) => execFileSync('redis-cli', ['-p', `${port}`, ...words], { encoding: 'utf8' }).trim();
await fill(old, keys);
console.error(`${ask(old, 'DBSIZE')} keys, ${/used_memory_human:(\S+)/.exec(ask(old, 'INFO', 'memory'))[1]}`);

const file = join(place.folder, 'dump');
const shell = (script) => timed(['bash', '-euo', 'pipefail', '-c', script]);
const flows = [
  { name: 'allinone: backup, migrate (no proof)', run: () => moves(checkout, place, { redis: [old, fresh] }, ['backup', 'migrate']) },
  { name: 'allinone: backup, migrate, verify', run: () => moves(checkout, place, { redis: [old, fresh] }) },
  {
    // Prepared commands, as a script would write them: the bytes of each key by DUMP, one after the other in one connection.
    name: 'redis-cli --scan, DUMP and RESTORE --pipe (no proof)',
    run: () => timed(['node', new URL('by-redis-cli.mjs', import.meta.url).pathname, `${old}`, `${fresh}`]),
  },
];
if (dumper) {
  flows.push({
    name: 'redis-dump-go, redis-cli --pipe (no proof)',
    run: async () => together([
      await shell(`'${dumper}' -host 127.0.0.1 -port ${old} -n 10 -output resp -s >'${file}'`),
      await shell(`redis-cli -p ${fresh} --pipe <'${file}'`),
    ]),
  });
}

for (const flow of flows) flow.results = [];
for (let round = 0; round <= rounds; round++) {
  for (const flow of flows) {
    ask(fresh, 'FLUSHALL');
    const result = await flow.run();
    const arrived = Number(ask(fresh, 'DBSIZE'));
    if (arrived !== keys && arrived !== keys + 1) throw new Error(`${flow.name}: ${arrived} keys arrived instead of ${keys}`);
    progress(round === 0 ? '0 (warm-up)' : round, flow.name, result);
    if (round > 0) flow.results.push(result);
  }
}
printTable(flows);
