// Servers on free loopback ports for one benchmark, ended with it.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from './flows.mjs';

const NOBODY = 65534;
const root = process.getuid() === 0;

/** A folder for everything of this run; it and the servers go when the process ends. */
export function workplace(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  if (root) chownSync(folder, NOBODY, NOBODY);
  const started = [];
  const clear = () => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  process.on('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(2));
  return { folder, started };
}

/** Servers refuse to run as root; so they run as nobody. */
function unprivileged(words) {
  return root ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...words] : words;
}

async function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function start(place, name, words, port, env = {}) {
  const [program, ...rest] = unprivileged(words);
  const log = join(place.folder, `${port}.log`);
  const output = openSync(log, 'w');
  const child = spawn(program, rest, { env: { ...process.env, ...env }, stdio: ['ignore', output, output], cwd: place.folder });
  child.unref();
  place.started.push(child);
  for (let attempt = 0; attempt < 3000; attempt++) {
    if (await answers(port)) return port;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return refuse(`${name} did not come up: ${words.join(' ')}\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** The folder of PostgreSQL's programs, clients and server of one release. */
export function postgresPrograms() {
  const debian = '/usr/lib/postgresql';
  const found = existsSync(debian) ? readdirSync(debian).map(Number).filter((major) => existsSync(join(debian, `${major}`, 'bin', 'initdb'))) : [];
  return found.length > 0 ? join(debian, `${Math.max(...found)}`, 'bin') : refuse(`no PostgreSQL server beneath ${debian}: apt-get install postgresql`);
}

/** A PostgreSQL with the settings that it ships with but for durability, the same for every flow. Its port. */
export async function postgres(place, name) {
  const programs = postgresPrograms();
  const data = join(place.folder, name);
  const [initialize, ...rest] = unprivileged([join(programs, 'initdb'), '--no-sync', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  execFileSync(initialize, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: place.folder });
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_wal_size=4GB', 'shared_buffers=128MB'];
  return start(place, name, [join(programs, 'postgres'), '-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])], port);
}

/** A Redis that keeps nothing on disk. Its port. */
export async function redis(place) {
  const port = await freePort();
  return start(place, 'redis-server', ['redis-server', '--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], port);
}

/** Where the Java is that runs here: Elasticsearch's own is not in its archive. */
function javaHome() {
  return process.env.JAVA_HOME || execFileSync('bash', ['-c', 'dirname "$(dirname "$(realpath "$(command -v java)")")"'], { encoding: 'utf8' }).trim();
}

/** An Elasticsearch of one node without security. Its port. */
export async function elasticsearch(place, name, home) {
  const folder = join(place.folder, name);
  mkdirSync(join(folder, 'config'), { recursive: true });
  execFileSync('cp', ['-r', join(home, 'config'), folder]);
  const port = await freePort();
  const transport = await freePort();
  writeFileSync(
    join(folder, 'config', 'elasticsearch.yml'),
    `cluster.name: ${name}
http.port: ${port}
transport.port: ${transport}
network.host: 127.0.0.1
discovery.type: single-node
path.data: ${join(folder, 'data')}
path.logs: ${join(folder, 'logs')}
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
`,
  );
  if (root) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  return start(place, name, [join(home, 'bin', 'elasticsearch')], port, { ES_PATH_CONF: join(folder, 'config'), ES_JAVA_OPTS: '-Xms512m -Xmx512m', ES_JAVA_HOME: javaHome() });
}
