// The least that a copy through one client can take: keys by redis-cli --scan, a script on the source that makes RESTORE commands of
// a thousand keys at once, asked ahead on one connection, and redis-cli --pipe. Nothing is kept, nothing proven.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const [source, target] = process.argv.slice(2);
const script = readFileSync(new URL('restore-commands.lua', import.meta.url), 'utf8');
const encode = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;

const from = connect(Number(source), '127.0.0.1');
const into = spawn('redis-cli', ['-p', target, '--pipe'], { stdio: ['pipe', 'ignore', 'inherit'] });
const scan = spawn('redis-cli', ['-p', source, '--scan'], { stdio: ['ignore', 'pipe', 'inherit'] });

let pending = Buffer.alloc(0);
let waiting = 0;
let sent = false;
let finish;
const finished = new Promise((resolve) => (finish = resolve));
from.on('data', (data) => {
  pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
  for (;;) {
    const line = pending.indexOf('\r\n');
    if (line < 0) break;
    const length = Number(pending.subarray(1, line).toString());
    if (pending.length < line + 2 + length + 2) break;
    into.stdin.write(pending.subarray(line + 2, line + 2 + length));
    pending = pending.subarray(line + 2 + length + 2);
    waiting--;
  }
  if (sent && waiting === 0) finish();
});

let keys = [];
const send = () => {
  if (keys.length === 0) return;
  waiting++;
  from.write(encode(['EVAL', script, '0', ...keys]));
  keys = [];
};
for await (const key of createInterface({ input: scan.stdout })) {
  keys.push(key);
  if (keys.length === 1000) send();
}
send();
sent = true;
if (waiting > 0) await finished;
from.destroy();
into.stdin.end();
await once(into, 'close');
