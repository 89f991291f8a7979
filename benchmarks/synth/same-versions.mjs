// The peers must use the libraries that the project uses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every difference, as a line that says what to change. */
export function differences(checkout) {
  const here = join(checkout, 'benchmarks', 'synth');
  const ours = properties(join(checkout, 'pom.xml'));
  const stock = properties(join(here, 'stock', 'pom.xml'));
  const script = JSON.parse(readFileSync(join(here, 'javascript', 'package.json'), 'utf8')).dependencies;
  return [
    ...['aws-cdk', 'constructs', 'jackson'].map((name) => ['stock/pom.xml', name, stock[name], ours[name]]),
    ['javascript/package.json', 'aws-cdk-lib', script['aws-cdk-lib'], ours['aws-cdk']],
    ['javascript/package.json', 'constructs', script.constructs, ours.constructs],
  ]
    .filter(([, , theirs, expected]) => theirs === undefined || theirs !== expected)
    .map(([file, name, theirs, expected]) => `${file}: ${name} is ${theirs}, the root pom has ${expected}: set it to that`);
}

/** The properties of a pom that end in ".version", without that ending. */
function properties(pom) {
  const text = readFileSync(pom, 'utf8');
  return Object.fromEntries([...text.matchAll(/<([a-z-]+)\.version>([^<]+)</g)].map(([, name, value]) => [name, value]));
}
