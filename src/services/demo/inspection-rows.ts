import type { Looked } from '../../domain/demo/inspection-story.js';
import { dayStartMs } from '../../domain/demo/demo-days.js';
import { figuresOf } from '../../domain/inspection/inspection-figures.js';
import type { InspectedKind } from '../../domain/inspection/inspection-kind.js';
import { wrongWith } from '../../domain/inspection/wrong-with.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';

const MINUTE_MS = 60_000;

/** Something that an inspection looks at, and how that came out; null where nobody has looked. */
export interface ItemToCheck {
  readonly kind: InspectedKind;
  readonly subjectId: string | null;
  readonly point: string | null;
  readonly stratum: string;
  readonly calledBack: boolean;
  readonly looked: Looked | null;
}

/** An inspection of the past. */
export interface PastInspection {
  readonly estate: DemoEstate;
  readonly roundId: string;
  readonly by: string;
  readonly plannedMs: number;
  /** What its kind has: period, seed and strata, or the day on site. */
  readonly columns: Row;
  readonly items: readonly ItemToCheck[];
  /** When the first item was looked at; the others follow, three quarters of an hour apart. */
  readonly checkedFromMs: number;
  readonly publishedMs: number | null;
  readonly calledOffMs: number | null;
}

/** An inspection with what it looked at and found, and its events. @rule R-ESC-05 @rule R-ORG-25 */
export function addInspection(company: DemoCompany, past: PastInspection): PastEvent[] {
  const { estate, roundId, by, plannedMs, columns, items, publishedMs, calledOffMs } = past;
  const id = idOf(company, `inspection/${roundId}/${estate.id}`, plannedMs);
  const own = { company_id: company.id, estate_id: estate.id, inspection_id: id };
  const isOpen = publishedMs !== null;
  const events: PastEvent[] = [];
  const told = (type: string, at: number, facts: Row = {}): void => {
    events.push(
      pastEvent(company, {
        type: `inspectionRound.${type}`,
        estateId: null,
        kind: 'inspectionRound',
        id: roundId,
        by,
        at,
        facts,
      }),
    );
  };
  const looked = items.map((item, i) => {
    const atMs = past.checkedFromMs + i * 45 * MINUTE_MS;
    const itemId = idOf(company, `inspection item/${id}/${i}`, plannedMs);
    const isChecked = item.looked !== null && atMs < dayStartMs(company.today);
    const found = { outcome: null, happened: null, solved: null, note: null, ...(isChecked ? item.looked : {}) };
    company.rows.add('inspection_item', {
      ...{ ...own, id: itemId, position: i + 1, kind: item.kind, stratum: item.stratum, subject_id: item.subjectId },
      ...{ point: item.point, called_back: item.calledBack, is_open: isOpen, version: isChecked ? 2 : 1 },
      ...{ outcome: found.outcome, happened: found.happened, solved: found.solved, note: found.note },
      ...{ checked_by_id: isChecked ? by : null, checked_at: isChecked ? iso(atMs) : null },
    });
    if (isChecked) told('CHECKED', atMs);
    return { ...item, ...found, itemId };
  });
  const figures = figuresOf(looked);
  const stage = isOpen ? 'PUBLISHED' : calledOffMs === null ? 'OPEN' : 'CALLED_OFF';
  const version = 1 + figures.checked + Number(stage !== 'OPEN');
  const { checked, judged, passed, callbacksAsked, falseCallbacks, closuresAsked, falseClosures } = figures;
  company.rows.add('inspection', {
    ...{ company_id: company.id, id, estate_id: estate.id, round_id: roundId, stage, ...columns },
    ...{ planned_by_id: by, planned_at: iso(plannedMs), published_by_id: isOpen ? by : null },
    ...{ published_at: publishedMs === null ? null : iso(publishedMs), is_open: isOpen, version },
    ...(isOpen
      ? { checked, judged, passed, callbacks_asked: callbacksAsked, false_callbacks: falseCallbacks }
      : { checked: null, judged: null, passed: null, callbacks_asked: null, false_callbacks: null }),
    ...{ closures_asked: isOpen ? closuresAsked : null, false_closures: isOpen ? falseClosures : null },
  });
  const told_ = { estateId: estate.id, kind: 'inspection', id, by };
  if (columns['announced'] === true)
    events.push(
      pastEvent(company, {
        ...told_,
        type: 'inspection.ANNOUNCED',
        at: plannedMs,
        facts: { onDay: columns['on_day'] },
      }),
    );
  if (calledOffMs !== null) told('CALLED_OFF', calledOffMs);
  if (publishedMs === null) return events;
  const wrong = looked.flatMap((item) => wrongWith(item).map((each) => ({ ...each, itemId: item.itemId })));
  wrong.forEach(({ itemId, category, problem }, i) => {
    company.rows.add('inspection_finding', {
      ...{ ...own, id: idOf(company, `finding/${id}/${i}`, publishedMs), item_id: itemId, category, problem },
      ...{
        repeated: isRepeated(company, estate, category, publishedMs),
        found_by_id: by,
        found_at: iso(publishedMs),
        is_open: true,
      },
    });
  });
  const facts = { kind: columns['kind'], roundId, findings: wrong.length, ...figures };
  return [...events, pastEvent(company, { ...told_, type: 'inspection.PUBLISHED', at: publishedMs, version, facts })];
}

/** Whether an inspection that was published before has found the same on the estate. @rule R-ORG-25 */
const isRepeated = ({ rows }: DemoCompany, estate: DemoEstate, category: string, atMs: number): boolean =>
  rows
    .of('inspection_finding')
    .some(
      (row) =>
        row['estate_id'] === estate.id && row['category'] === category && Date.parse(String(row['found_at'])) < atMs,
    );
