// Fills a Redis with KEYS keys of all common types through its own protocol: half strings, the rest hashes, sets, sorted sets and
// lists; one in five expires. Half the time of a flow must not go into making commands, so this is no part of any.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const encode = (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;

function commands(number) {
  const value = `${number}`.padStart(12, '0').repeat(8);
  const kind = number % 10;
  if (kind < 5) return kind < 2 ? [['SET', `session:${number}`, value, 'PXAT', '4102444800000']] : [['SET', `cache:${number}`, value]];
  if (kind < 7) return [['HSET', `user:${number}`, 'name', value, 'visits', `${number}`, 'language', 'fr']];
  if (kind < 8) return [['SADD', `tags:${number}`, 'a', `b${number}`, `c${number}`]];
  if (kind < 9) return [['ZADD', `board:${number}`, '1', 'a', '2.5', `b${number}`]];
  return [['RPUSH', `queue:${number}`, 'x', value]];
}

export async function fill(port, keys) {
  const client = spawn('redis-cli', ['-p', `${port}`, '--pipe'], { stdio: ['pipe', 'ignore', 'inherit'] });
  let batch = '';
  for (let number = 0; number < keys; number++) {
    batch += commands(number).map(encode).join('');
    if (batch.length > 1 << 20 || number === keys - 1) {
      if (!client.stdin.write(batch)) await once(client.stdin, 'drain');
      batch = '';
    }
  }
  client.stdin.end();
  await once(client, 'close');
}
