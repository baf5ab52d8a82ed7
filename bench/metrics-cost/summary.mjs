/** Blocks of each place as a table: medians with the least and greatest block in brackets; ratios are of blocks side by side. */
export function tableOf(blocks) {
  const places = [...new Set(blocks.map(({ place }) => place))];
  const rows = places.map((place) => {
    const of = (side) => blocks.filter((block) => block.place === place && block.side === side);
    const [kept, not] = [of('kept'), of('not')];
    const ratios = kept.map(({ perSecond }, n) => perSecond / not[n].perSecond);
    const cpu = kept.map(
      ({ productMs, databaseMs }, n) => (productMs + databaseMs) / (not[n].productMs + not[n].databaseMs),
    );
    return [
      WORDS[place],
      spread(kept, 'perSecond', 0),
      spread(not, 'perSecond', 0),
      text(ratios, 2),
      `${late(kept)}, ${late(not)}`,
      `${spread(kept, 'productMs', 2)} + ${spread(kept, 'databaseMs', 2)}`,
      `${spread(not, 'productMs', 2)} + ${spread(not, 'databaseMs', 2)}`,
      text(cpu, 2),
    ];
  });
  return [HEADER, HEADER.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const WORDS = { apart: 'each on an estate of its own', together: 'all on one estate' };

const HEADER = [
  'writers',
  'kept, commands/s',
  'not kept, commands/s',
  'ratio',
  'p95 ms, kept and not',
  'kept, CPU ms of product + database',
  'not kept, CPU ms of product + database',
  'CPU ratio',
];

const spread = (blocks, figure, digits) =>
  text(
    blocks.map((block) => block[figure]),
    digits,
  );

function text(numbers, digits) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  return `${median.toFixed(digits)} (${sorted[0].toFixed(digits)}–${sorted.at(-1).toFixed(digits)})`;
}

function late(blocks) {
  const all = blocks.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
  return all[Math.ceil(all.length * 0.95) - 1].toFixed(0);
}
