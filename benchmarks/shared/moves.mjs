// The move of this project, as its users run it: one process for each step.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed, together } from './flows.mjs';

/** Endpoints on loopback without TLS and passwords. */
function endpoints(stores, side) {
  const lines = [];
  if (stores.postgres) lines.push(`  postgres: { address: "127.0.0.1:${stores.postgres[side]}", database: harena, user: postgres, tls: off }`);
  if (stores.elasticsearch) lines.push(`  elasticsearch: { address: "127.0.0.1:${stores.elasticsearch[side]}", tls: off }`);
  if (stores.redis) lines.push(`  redis: { address: "127.0.0.1:${stores.redis[side]}", tls: off }`);
  return lines.join('\n');
}

/** Backs up, migrates and verifies, in the 128 MiB of heap that the launcher gives a move: the parts as one result. */
export async function moves(checkout, place, stores, verbs = ['backup', 'migrate', 'verify']) {
  const folder = join(place.folder, 'move');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const plan = join(folder, 'benchmark.move.yaml');
  writeFileSync(plan, `environment: benchmark\nsource:\n${endpoints(stores, 0)}\ntarget:\n${endpoints(stores, 1)}\n`);
  const results = [];
  for (const verb of verbs) {
    results.push(await timed([join(checkout, 'allinone'), 'move', verb, plan]));
  }
  return together(results);
}
