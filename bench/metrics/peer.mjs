import { startChild } from '../child.mjs';
import { hasPeers, settingsOf } from '../api/sides.mjs';
import { clientOf } from './sides.mjs';

/**
 * PostGraphile with its aggregates plug-in and the one that filters by ranges and relations, as the product's own role with the
 * settings that the product was seen to tell the database for the same member of staff; null where the peers are not installed.
 * @returns {ask, stop}
 */
export async function openPeer(database, product, ask, world) {
  if (!hasPeers()) return null;
  await product.ask('record');
  await ask('{ estates(first: 1) { nodes { id } } }');
  const transactions = await product.ask('recorded');
  const own = transactions.filter(
    (waves) => JSON.stringify(waves).includes(world.accountId) && JSON.stringify(waves).includes('"staff"'),
  );
  const child = startChild(new URL('../peers/postgraphile.mjs', import.meta.url));
  const { port } = await child.ask('start', { apiUrl: database.apiUrl, settings: settingsOf(own), aggregates: true });
  return { ask: clientOf(port), stop: () => child.stop() };
}

/**
 * What it can be asked, by the names of the questions: of the rest it has no words, since it sums over what lies in one table by equal
 * columns, and neither by months nor of what was known.
 * @param at days as the questions have them, and `today`
 */
export function askedOfPeer({ companyId }, at) {
  const company = `companyId: { equalTo: "${companyId}" }`;
  const repairs = (states) =>
    `{ ${company}, takenBy: { notEqualTo: "CONTROL_ROOM" }, mergedAt: { isNull: true }, serviceClocksByCompanyIdAndTicketId: { some: { rule: { equalTo: "R-RPR-05" },
       milestone: { equalTo: "ACCEPTED" }, round: { equalTo: 1 }, state: { in: ["${states.join('", "')}"] },
       startedAt: { greaterThanOrEqualTo: "${at.month}T00:00:00+08:00", lessThan: "${at.next}T00:00:00+08:00" } } } }`;
  const open = (name, bounds) =>
    `${name}: allCharges(filter: { ${company}, openMinor: { greaterThan: "0" }, dueDay: { ${bounds} } }) { groupedAggregates(groupBy: [ESTATE_ID]) { keys sum { openMinor } } }`;
  const before = (months) => monthsBefore(at.today, months);
  return {
    ranking: {
      query: `{ met: allTickets(filter: ${repairs(['MET'])}) { groupedAggregates(groupBy: [ESTATE_ID]) { keys distinctCount { rowId } } }
                all: allTickets(filter: ${repairs(['MET', 'BREACHED'])}) { groupedAggregates(groupBy: [ESTATE_ID]) { keys distinctCount { rowId } } } }`,
      read: ({ met, all }) => {
        const attained = new Map(
          met.groupedAggregates.map(({ keys, distinctCount }) => [keys[0], Number(distinctCount.rowId)]),
        );
        return Object.fromEntries(
          all.groupedAggregates.map(({ keys, distinctCount }) => [
            keys[0],
            [attained.get(keys[0]) ?? 0, Number(distinctCount.rowId)],
          ]),
        );
      },
    },
    'drill-down': {
      query: `{ allTickets(first: 20, orderBy: [ESTATE_ID_ASC, REPORTED_AT_ASC], filter: ${repairs(['MET', 'BREACHED'])}) { nodes { rowId serviceClocksByCompanyIdAndTicketId(condition: { milestone: "ACCEPTED" }) { nodes { state startedAt } } } } }`,
      read: null,
    },
    ageing: {
      query: `{ ${open('NOT_DUE', `greaterThanOrEqualTo: "${at.today}"`)}
                ${open('UP_TO_TWO_MONTHS', `lessThan: "${at.today}", greaterThanOrEqualTo: "${before(2)}"`)}
                ${open('UP_TO_ONE_YEAR', `lessThan: "${before(2)}", greaterThanOrEqualTo: "${before(12)}"`)}
                ${open('OVER_ONE_YEAR', `lessThan: "${before(12)}"`)} }`,
      read: null,
    },
  };
}

/** The day so many months before; a day that a month does not have is not asked for. */
function monthsBefore(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, date)).toISOString().slice(0, 10);
}
