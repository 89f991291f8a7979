// A pipelined redis-cli as a careful script would use it: all keys by --scan, their DUMP and PTTL asked through one redis-cli, and
// RESTORE commands written to redis-cli --pipe.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const [source, target] = process.argv.slice(2);
const script = `
local out = {}
for _, key in ipairs(ARGV) do
  local dump, life = redis.call('DUMP', key), redis.call('PTTL', key)
  if dump then
    if life < 0 then life = 0 end
    local words = {'RESTORE', key, tostring(life), dump, 'REPLACE'}
    out[#out + 1] = '*5\\r\\n'
    for _, word in ipairs(words) do out[#out + 1] = '$' .. #word .. '\\r\\n' .. word .. '\\r\\n' end
  end
end
return table.concat(out)`;
const encode = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;

// redis-cli has no mode that answers raw bytes to piped commands, so the answers are read from a socket as it would read them.
const { connect } = await import('node:net');
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
