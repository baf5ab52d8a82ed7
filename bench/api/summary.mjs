const FIGURES = ['perSecond', 'p50', 'p99', 'cpuMs'];

/** Median, least and greatest of each figure by operation, connections and side. */
export function summaryOf(measured) {
  const groups = Map.groupBy(measured, ({ operation, connections }) => `${operation}/${connections}`);
  return [...groups.values()].map((group) => {
    const { operation, connections } = group[0];
    const [product, floor] = ['product', 'floor'].map((side) => figuresOf(group.filter((one) => one.side === side)));
    return {
      operation,
      connections,
      product,
      floor,
      throughputOfFloor: product.perSecond.median / floor.perSecond.median,
      cpuTimesFloor: product.cpuMs.median / floor.cpuMs.median,
    };
  });
}

function figuresOf(rounds) {
  return Object.fromEntries(
    FIGURES.map((figure) => {
      const sorted = rounds.map((round) => round[figure]).sort((a, b) => a - b);
      return [figure, { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], greatest: sorted.at(-1) }];
    }),
  );
}

/** The summary as a Markdown table: medians, with the spread of the rounds in brackets. */
export function tableOf(summary, operations) {
  const rows = summary.flatMap(({ operation, connections, product, floor, throughputOfFloor, cpuTimesFloor }) => [
    line([operations[operation].title, connections, 'product', ...cells(product)]),
    line(['', '', 'floor', ...cells(floor)]),
    line(['', '', 'product ÷ floor', throughputOfFloor.toFixed(2), '', '', cpuTimesFloor.toFixed(2)]),
  ]);
  return [
    line(['operation', 'connections', 'side', 'requests/s', 'p50 ms', 'p99 ms', 'Node CPU ms/request']),
    line(Array(7).fill('---')),
    ...rows,
  ].join('\n');
}

const cells = ({ perSecond, p50, p99, cpuMs }) => [
  spread(perSecond, 0),
  spread(p50, 2),
  spread(p99, 2),
  spread(cpuMs, 2),
];

const spread = ({ median, least, greatest }, digits) =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${greatest.toFixed(digits)})`;

const line = (cellsOfRow) => `| ${cellsOfRow.join(' | ')} |`;
