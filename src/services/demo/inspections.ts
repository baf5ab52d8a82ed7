import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { CHECKLIST, lookedAtPoint, saidOf } from '../../domain/demo/inspection-story.js';
import { drawSample } from '../../domain/inspection/draw-sample.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { recordsOf, type RecordOfEstate } from './inspected-records.js';
import { addInspection, type ItemToCheck, type PastInspection } from './inspection-rows.js';
import type { PastEvent } from './repairs.js';
import { idOf, pastEvent } from './rule-event.js';
import { staffId } from './staffing.js';

const HOUR_MS = 3_600_000;
/** Records that customers of an estate are asked about. */
const SAMPLE = 6;

/** A round over some estates, in days before the end of history. */
interface Round {
  readonly name: string;
  readonly estates: (place: number) => boolean;
  readonly plannedAgo: number;
  /** Null: it is still under way, with the first half looked at. */
  readonly publishedAgo: number | null;
}

/** Rounds in which customers are asked whether what was recorded is so. */
const VERIFICATIONS: readonly (Round & { readonly fromAgo: number; readonly toAgo: number })[] = [
  { name: 'first', estates: () => true, fromAgo: 52, toAgo: 24, plannedAgo: 22, publishedAgo: 17 },
  { name: 'second', estates: (place) => place < 3, fromAgo: 24, toAgo: 4, plannedAgo: 2, publishedAgo: null },
];
/** Days on site; one was called off, one is still to come. */
const ON_SITE: readonly (Round & {
  readonly dayAgo: number;
  readonly announced: boolean;
  readonly calledOffAgo?: number;
})[] = [
  { name: 'site/0', estates: (place) => place === 0, plannedAgo: 40, dayAgo: 35, announced: true, publishedAgo: 33 },
  { name: 'site/2', estates: (place) => place === 2, plannedAgo: 9, dayAgo: 7, announced: false, publishedAgo: 6 },
  {
    name: 'site/4',
    estates: (place) => place === 4,
    plannedAgo: 12,
    dayAgo: 5,
    announced: true,
    publishedAgo: null,
    calledOffAgo: 8,
  },
  { name: 'site/1', estates: (place) => place === 1, plannedAgo: 3, dayAgo: -5, announced: true, publishedAgo: null },
];

/** Inspections by the quality department: published with their findings, under way, planned, called off. @rule R-ESC-05 @rule D-27 */
export function addInspections(company: DemoCompany, estates: readonly DemoEstate[]): PastEvent[] {
  const at = (ago: number, hour: number): number => dayStartMs(company.today - ago) + hour * HOUR_MS;
  const day = (ago: number): string => dayText(company.today - ago);
  const published = ({ publishedAgo }: Round): number | null => (publishedAgo === null ? null : at(publishedAgo, 16));
  const verified = VERIFICATIONS.flatMap((round) => {
    const [from, to] = [day(round.fromAgo), day(round.toAgo)];
    const drawn = estates
      .filter((_, place) => round.estates(place))
      .map((estate) => ({ estate, records: recordsOf(company, estate, from, to) }))
      .filter(({ records }) => records.length > 0);
    const plannedMs = at(round.plannedAgo, 10);
    return addRound(
      company,
      round.name,
      plannedMs,
      drawn.map(({ estate, records }) => {
        const seed = idOf(company, `inspection seed/${round.name}/${estate.id}`, plannedMs);
        const { drawn: sample, strata } = drawSample(seed, SAMPLE, records);
        const checks = round.publishedAgo === null ? sample.length / 2 : sample.length;
        return {
          estate,
          columns: {
            kind: 'VERIFICATION',
            period_from: from,
            period_to: to,
            seed,
            strata,
            on_day: null,
            announced: false,
          },
          items: sample.map((record, i) => asked(company, record, i < checks)),
          ...{ checkedFromMs: plannedMs + 4 * HOUR_MS, publishedMs: published(round), calledOffMs: null },
        };
      }),
    );
  });
  const visited = ON_SITE.flatMap((round) =>
    estates
      .filter((estate, place) => round.estates(place) && !estate.plan.silent)
      .flatMap((estate) => {
        const onDay = day(round.dayAgo);
        const random = company.random.branch(`inspection/${round.name}/${estate.id}`);
        const items = CHECKLIST.map((point): ItemToCheck => ({
          ...{ kind: 'CHECKLIST', point, subjectId: null, stratum: '', calledBack: false },
          looked: round.publishedAgo === null ? null : lookedAtPoint(random, point),
        }));
        return addRound(company, round.name, at(round.plannedAgo, 11), [
          {
            ...{ estate, items, checkedFromMs: at(round.dayAgo, 9), publishedMs: published(round) },
            columns: {
              kind: 'ON_SITE',
              period_from: null,
              period_to: null,
              seed: null,
              strata: [],
              on_day: onDay,
              announced: round.announced,
            },
            calledOffMs: round.calledOffAgo === undefined ? null : at(round.calledOffAgo, 15),
          },
        ]);
      }),
  );
  return [...verified, ...visited];
}

const asked = (
  company: DemoCompany,
  { id, kind, stratum, calledBack }: RecordOfEstate,
  isChecked: boolean,
): ItemToCheck => ({
  ...{ kind, subjectId: id, stratum, calledBack, point: null },
  looked: isChecked ? saidOf(company.random.branch(`inspected/${id}`), kind, calledBack) : null,
});

/** A round of inspections that were planned at once. */
function addRound(
  company: DemoCompany,
  name: string,
  plannedMs: number,
  inspections: readonly Omit<PastInspection, 'roundId' | 'plannedMs' | 'by'>[],
): PastEvent[] {
  if (inspections.length === 0) return [];
  const roundId = idOf(company, `inspection round/${name}`, plannedMs);
  const by = staffId(company, 'quality_officer');
  const planned = pastEvent(company, {
    ...{ type: 'inspectionRound.PLANNED', estateId: null, kind: 'inspectionRound', id: roundId, by, at: plannedMs },
    facts: { inspections: inspections.length },
  });
  return [planned, ...inspections.flatMap((each) => addInspection(company, { ...each, roundId, plannedMs, by }))];
}
