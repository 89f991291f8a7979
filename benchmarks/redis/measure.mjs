// Copies one Redis with each flow in turn, round after round, into an empty Redis each time.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { timed, together, wholeNumber } from '../shared/flows.mjs';
import { moves } from '../shared/moves.mjs';
import { compare, elapsed, printTable, printTarget } from '../shared/rounds.mjs';
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

await compare(flows, {
  rounds,
  place,
  prepare: () => ask(fresh, 'FLUSHALL'),
  prove: () => {
    const arrived = Number(ask(fresh, 'DBSIZE'));
    return arrived === keys || arrived === keys + 1 ? undefined : `${arrived} keys arrived instead of ${keys}`;
  },
});
printTable(flows);
console.log();
const [copy, whole, ...peers] = flows;
const fastest = Math.min(...peers.map(elapsed));
printTarget('backup and migrate in terms of the fastest peer', elapsed(copy) / fastest, 1.0);
printTarget('backup, migrate and verify in terms of the fastest peer, which proves nothing', elapsed(whole) / fastest, 1.0);
