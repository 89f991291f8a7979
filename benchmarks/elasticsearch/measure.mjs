// Copies one index with each flow in turn, round after round, into an empty server each time.
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { timed, together, wholeNumber } from '../shared/flows.mjs';
import { moves } from '../shared/moves.mjs';
import { compare, elapsed, parts, printTable, printTarget } from '../shared/rounds.mjs';
import { elasticsearch, workplace } from '../shared/servers.mjs';
import { bulks, INDEX, SETTINGS } from './documents.mjs';

const [checkout, home, rounds, documents] = [process.argv[2], process.argv[3], wholeNumber(process.argv[4], 'rounds', 3), wholeNumber(process.argv[5], 'documents', 300_000)];
const place = workplace('benchmark-elasticsearch');
const [old, fresh] = await Promise.all([elasticsearch(place, 'old', home), elasticsearch(place, 'new', home)]);
const url = (port, path = '') => `http://127.0.0.1:${port}/${path}`;

async function ask(port, method, path, body) {
  const response = await fetch(url(port, path), { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const answer = await response.json();
  if (!response.ok && response.status !== 404) throw new Error(`${method} ${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer;
}

/** A port that listens is not yet a cluster that serves. */
async function ready(port) {
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      return await ask(port, 'GET', '_cluster/health?wait_for_status=yellow&timeout=30s');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('Elasticsearch did not become ready');
}

const prepared = join(place.folder, 'bulks');
mkdirSync(prepared);
let number = 0;
for (const body of bulks(documents)) writeFileSync(join(prepared, `${String(number++).padStart(5, '0')}.ndjson`), body);

const shell = (script) => timed(['bash', '-euo', 'pipefail', '-c', script]);
const curl = (port, atOnce) => shell(`ls '${prepared}'/* | xargs -P ${atOnce} -I FILE curl -sfS -o /dev/null -H 'content-type: application/x-ndjson' --data-binary @FILE '${url(port, `${INDEX}/_bulk`)}'`);

await Promise.all([ready(old), ready(fresh)]);
await ask(old, 'PUT', INDEX, SETTINGS);
await curl(old, 4);
await ask(old, 'POST', `${INDEX}/_refresh`);

const dump = join(checkout, 'benchmarks/elasticsearch/elasticdump/node_modules/.bin/elasticdump');
const elasticdump = (type) => timed([dump, `--input=${url(old, INDEX)}`, `--output=${url(fresh, INDEX)}`, `--type=${type}`, '--limit=5000', '--concurrency=4', '--quiet'], { env: { NODE_NO_WARNINGS: '1', NODE_OPTIONS: `--require ${new URL('version.cjs', import.meta.url).pathname}` } });
const create = () => ask(fresh, 'PUT', INDEX, SETTINGS);
const flows = [
  { name: 'curl, prepared bulk files, 1 at a time (load only)', run: async () => (await create(), curl(fresh, 1)) },
  { name: 'curl, prepared bulk files, 4 at a time (load only)', run: async () => (await create(), curl(fresh, 4)) },
  { name: 'allinone: backup, migrate, verify', run: () => moves(checkout, place, { elasticsearch: [old, fresh] }) },
  { name: 'elasticdump, mapping and documents (no proof)', run: async () => (await create(), together([await elasticdump('mapping'), await elasticdump('data')])) },
];

await compare(flows, {
  rounds,
  place,
  prepare: () => ask(fresh, 'DELETE', INDEX),
  prove: async () => {
    await ask(fresh, 'POST', `${INDEX}/_refresh`);
    const { count } = await ask(fresh, 'GET', `${INDEX}/_count`);
    return count === documents ? undefined : `${count} documents arrived instead of ${documents}`;
  },
});
printTable(flows);
console.log();
const [oneAtATime, fourAtATime, ours, peer] = flows;
const limit = Math.min(elapsed(oneAtATime), elapsed(fourAtATime));
printTarget('migrate in terms of the limit, prepared bulk files', parts(ours)[1] / limit, 1.25);
printTarget('backup, migrate and verify in terms of elasticdump', elapsed(ours) / elapsed(peer), 0.5);
