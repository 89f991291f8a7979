// Documents like the application's transactions, the same at each run, as bulk bodies of BATCH documents.
const BATCH = 5000;
const WORDS = 'market bakery rent salary train pharmacy insurance gift books garden school music cinema repair water power'.split(' ');

function transaction(number) {
  const word = (offset) => WORDS[(number * 7 + offset * 13 + (number >> 4)) % WORDS.length];
  return {
    id: number,
    account: number % 50000,
    booked: new Date(1577836800000 + number * 47000).toISOString(),
    amount: ((number * 7919) % 1000000) / 100,
    category: `category ${number % 40}`,
    label: `${word(1)} ${word(2)} ${word(3)} ${number}`,
    merchant: { name: `${word(4)} ${number % 900}`, city: word(5) },
    tags: [`tag${number % 500}`, `tag${(number * 31) % 300}`],
  };
}

export const INDEX = 'transactions';

export const SETTINGS = {
  settings: { number_of_shards: 2, number_of_replicas: 0 },
  mappings: {
    properties: {
      id: { type: 'long' },
      account: { type: 'integer' },
      booked: { type: 'date' },
      amount: { type: 'double' },
      category: { type: 'keyword' },
      label: { type: 'text' },
      merchant: { properties: { name: { type: 'keyword' }, city: { type: 'keyword' } } },
      tags: { type: 'keyword' },
    },
  },
};

export function* bulks(count) {
  for (let from = 0; from < count; from += BATCH) {
    let body = '';
    for (let number = from; number < Math.min(from + BATCH, count); number++) {
      body += `{"index":{"_id":"${number}"}}\n${JSON.stringify(transaction(number))}\n`;
    }
    yield body;
  }
}
