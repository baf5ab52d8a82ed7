const FIGURES = ['perSecond', 'p50', 'p99', 'cpuMs'];
const AIMS = {
  postgraphile: { throughput: 1.5, cpu: 2 },
  floor: { throughput: 0.6 },
};

/** Median, least and greatest of each figure by operation, connections and side, and what the product is to each side. */
export function summaryOf(measured) {
  const groups = Map.groupBy(measured, ({ operation, connections }) => `${operation}/${connections}`);
  return [...groups.values()].map((group) => {
    const { operation, connections } = group[0];
    const bySide = Object.fromEntries(Map.groupBy(group, ({ side }) => side));
    const sides = Object.fromEntries(Object.entries(bySide).map(([side, rounds]) => [side, figuresOf(rounds)]));
    const others = Object.keys(bySide).filter((side) => side !== 'product');
    const ratios = Object.fromEntries(others.map((side) => [side, ratiosOf(bySide.product, bySide[side])]));
    return { operation, connections, sides, ratios };
  });
}

const figuresOf = (rounds) => ({
  ...Object.fromEntries(FIGURES.map((figure) => [figure, spreadOf(rounds.map((round) => round[figure]))])),
  refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
});

/** Round by round, so that what else the machine did then falls on both: requests a second, and how much less CPU. */
const ratiosOf = (ours, theirs) => ({
  throughput: spreadOf(ours.map(({ perSecond }, i) => perSecond / theirs[i].perSecond)),
  cpu: spreadOf(ours.map(({ cpuMs }, i) => theirs[i].cpuMs / cpuMs)),
});

function spreadOf(values) {
  const sorted = values.sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], greatest: sorted.at(-1) };
}

/** The summary as Markdown tables: medians, with the spread of the rounds in brackets. */
export function tablesOf(summary, operations) {
  return [ratioTable(summary, operations), figureTable(summary, operations)].join('\n\n');
}

function ratioTable(summary, operations) {
  const head = ['operation', 'connections', '× PostGraphile, requests/s', '× PostGraphile, CPU', '× floor, requests/s'];
  const cell = (ratios, side, figure) => {
    const ratio = ratios[side]?.[figure];
    if (ratio === undefined) return '';
    const reached = ratio.median >= AIMS[side][figure];
    return `${reached ? '**' : ''}${ratio.median.toFixed(2)}${reached ? '**' : ''} (${ratio.least.toFixed(2)}–${ratio.greatest.toFixed(2)})`;
  };
  const rows = summary.map(({ operation, connections, ratios }) => [
    operations[operation].title,
    connections,
    cell(ratios, 'postgraphile', 'throughput'),
    cell(ratios, 'postgraphile', 'cpu'),
    cell(ratios, 'floor', 'throughput'),
  ]);
  return table([head, ...rows]);
}

function figureTable(summary, operations) {
  const head = ['operation', 'connections', 'side', 'requests/s', 'p50 ms', 'p99 ms', 'Node CPU ms/request', 'refused'];
  const rows = summary.flatMap(({ operation, connections, sides }) =>
    Object.entries(sides).map(([side, { perSecond, p50, p99, cpuMs, refused }], i) => [
      i === 0 ? operations[operation].title : '',
      i === 0 ? connections : '',
      side,
      spread(perSecond, 0),
      spread(p50, 2),
      spread(p99, 2),
      spread(cpuMs, 2),
      refused || '',
    ]),
  );
  return table([head, ...rows]);
}

const spread = ({ median, least, greatest }, digits) =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${greatest.toFixed(digits)})`;

const table = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
