// Copies one database with each flow in turn, round after round, into an empty database each time.
import { rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { timed, together, wholeNumber } from '../shared/flows.mjs';
import { moves } from '../shared/moves.mjs';
import { compare, elapsed, parts, printTable, printTarget } from '../shared/rounds.mjs';
import { postgres, postgresPrograms, workplace } from '../shared/servers.mjs';

const [checkout, rounds, rows] = [process.argv[2], wholeNumber(process.argv[3], 'rounds', 3), wholeNumber(process.argv[4], 'rows', 3_000_000)];
const place = workplace('benchmark-postgres');
const programs = postgresPrograms();
const program = (name) => join(programs, name);
const [old, fresh] = [await postgres(place, 'old'), await postgres(place, 'new')];
const at = (port) => ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'postgres'];
const url = (port) => `postgresql://postgres@127.0.0.1:${port}/harena`;
const sql = (port, database, text) => execFileSync(program('psql'), [...at(port), '-qAt', '-v', 'ON_ERROR_STOP=1', '-d', database, '-c', text], { encoding: 'utf8' }).trim();

sql(old, 'postgres', 'CREATE DATABASE harena');
execFileSync(program('psql'), [...at(old), '-q', '-v', 'ON_ERROR_STOP=1', '-v', `rows=${rows}`, '-d', 'harena', '-f', new URL('data.sql', import.meta.url).pathname], { stdio: 'inherit' });
console.error(`the database has ${sql(old, 'postgres', "SELECT pg_size_pretty(pg_database_size('harena'))")}, ${rows} rows in its large table`);

const dump = join(place.folder, 'dump');
const flows = [
  {
    name: 'the old scripts: pg_dump -Fc, pg_restore',
    run: async () => together([
      await timed([program('pg_dump'), ...at(old), '-Fc', '-f', dump, 'harena']),
      await timed([program('pg_restore'), ...at(fresh), '-d', 'harena', dump]),
    ]),
  },
  {
    name: 'pg_dump -Fd -j2, pg_restore -j2',
    run: async () => together([
      await timed([program('pg_dump'), ...at(old), '-Fd', '-j2', '-f', dump, 'harena']),
      await timed([program('pg_restore'), ...at(fresh), '-j2', '-d', 'harena', dump]),
    ]),
  },
  { name: 'allinone: backup, migrate, verify', run: () => moves(checkout, place, { postgres: [old, fresh] }) },
];
try {
  execFileSync('pgcopydb', ['--version'], { stdio: 'ignore' });
  flows.push({
    name: 'pgcopydb clone (no backup, no proof)',
    run: () => timed(['pgcopydb', 'clone', '--table-jobs', '2', '--index-jobs', '2', '--source', url(old), '--target', url(fresh), '--dir', dump], { env: { PATH: `${programs}:${process.env.PATH}` } }),
  });
} catch {
  console.error('pgcopydb is not installed: left out');
}

await compare(flows, {
  rounds,
  place,
  prepare: () => {
    rmSync(dump, { recursive: true, force: true });
    sql(fresh, 'postgres', 'DROP DATABASE IF EXISTS harena');
    sql(fresh, 'postgres', 'CREATE DATABASE harena');
    sql(fresh, 'postgres', 'CHECKPOINT');
  },
  prove: () => {
    const arrived = Number(sql(fresh, 'harena', 'SELECT count(*) FROM transactions'));
    return arrived === rows ? undefined : `${arrived} rows arrived instead of ${rows}`;
  },
});
printTable(flows);
console.log();
const [scripts, parallel, ours] = flows;
const [backup, migrate, verify] = parts(ours);
printTarget('backup, migrate and verify in terms of the old scripts', elapsed(ours) / elapsed(scripts), 1.0);
printTarget('in terms of pg_dump -Fd -j2 and pg_restore -j2', elapsed(ours) / elapsed(parallel), 1.15);
printTarget('verify in terms of backup and migrate', verify / (backup + migrate), 0.25);
