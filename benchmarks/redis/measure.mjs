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
const lua = new URL('restore-commands.lua', import.meta.url).pathname;
const shell = (script) => timed(['bash', '-euo', 'pipefail', '-c', script]);
const flows = [
  { name: 'allinone: backup, migrate (no proof)', run: () => moves(checkout, place, { redis: [old, fresh] }, ['backup', 'migrate']) },
  { name: 'allinone: backup, migrate, verify', run: () => moves(checkout, place, { redis: [old, fresh] }) },
  {
    name: 'redis-cli --scan, EVAL with DUMP, --pipe (no backup, no proof)',
    run: () => shell(`redis-cli -p ${old} --scan | xargs -d '\\n' -n 1000 redis-cli -p ${old} EVAL "$(cat '${lua}')" 0 | redis-cli -p ${fresh} --pipe`),
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

flows.push({
  name: 'the limit: the same script, asked ahead by a program (no backup, no proof)',
  run: () => timed(['node', new URL('streamed.mjs', import.meta.url).pathname, `${old}`, `${fresh}`]),
});

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
const limit = elapsed(peers.pop());
const fastest = Math.min(...peers.map(elapsed));
printTarget('backup and migrate in terms of the fastest peer', elapsed(copy) / fastest, 1.0);
printTarget('backup, migrate and verify in terms of the fastest peer, which proves nothing', elapsed(whole) / fastest, 1.0);
console.log(`- in terms of the limit: ${(elapsed(copy) / limit).toFixed(2)} and ${(elapsed(whole) / limit).toFixed(2)}`);
