import { dayStartMs } from '../../domain/demo/demo-days.js';
import { satisfactionOfVisit, wordsOfVisit } from '../../domain/demo/visit-words.js';
import { feedbackDue } from '../../domain/owner-visit/item-route.js';
import { recordDue } from '../../domain/owner-visit/visit-month.js';
import type { Row } from './demo-rows.js';
import { addObligation } from './obligations.js';
import type { DemoVisit } from './visit-programme.js';
import { iso, localDayOf, staff, type Happened, type VisitsOfEstate } from './visits-of-estate.js';

const HOUR_MS = 3_600_000;

interface Conducted {
  readonly visit: DemoVisit;
  readonly atMs: number;
  readonly visitorId: string;
  readonly isToBeChecked: boolean;
}

/** What was said on a visit, when its record was handed in and read, and what the customer heard of it. @rule R-VIS-14 @rule R-VIS-17 @rule R-VIS-18 */
export function conduct(known: VisitsOfEstate, { visit, atMs, visitorId, isToBeChecked }: Conducted) {
  const { company, estate, team, random } = known;
  const endMs = dayStartMs(company.today);
  const until = (ms: number | null): number | null => (ms !== null && ms < endMs ? ms : null);
  const delay = random.weighted({ SOON: 91, LATE: 5, NEVER: 4 });
  const soon = atMs + random.int(1, 20) * HOUR_MS;
  const submittedMs = until({ SOON: soon, LATE: atMs + random.int(50, 90) * HOUR_MS, NEVER: null }[delay]);
  const read = submittedMs === null || team.supervisor === null ? null : submittedMs + random.int(2, 40) * HOUR_MS;
  const reviewedMs = until(read);
  const checkedMs = checkOf(known, { visitId: visit.id, visitorId, reviewedMs: isToBeChecked ? reviewedMs : null });
  const words = visit.ticketId === null ? wordsOfVisit(random) : [];
  const ticket =
    visit.ticketId === null ? undefined : company.rows.of('ticket').find((row) => row['id'] === visit.ticketId);
  const said = [
    ...words.map((each) => ({ ...each, ticket_id: null, route: reviewedMs === null ? null : 'NOTED' })),
    ...(ticket
      ? [
          {
            topic: 'OTHER',
            kind: 'COMPLAINT',
            text: String(ticket['subject']),
            ticket_id: visit.ticketId,
            route: 'COMPLAINT',
          },
        ]
      : []),
  ];
  const signature = random.weighted({ SIGNED: 78, REFUSED: 8, NOT_ASKED: 14 });
  const answeredMs = until(atMs + random.int(20, 200) * HOUR_MS);
  const items = said.map((each, i) => {
    const id = random.id(atMs);
    const owed = each.kind === 'NEED';
    const fedBackMs = owed ? answeredMs : null;
    if (owed)
      addObligation(company, {
        key: `feedback/${id}`,
        estateId: estate.id,
        kind: 'VISIT_FEEDBACK',
        subjectKind: 'VISIT_ITEM',
        subjectId: id,
        ...{ owner: { staffId: visitorId }, sinceMs: atMs, dueMs: feedbackDue(new Date(atMs)).getTime() },
        done: fedBackMs === null ? null : { atMs: fedBackMs, staffId: visitorId },
      });
    return {
      ...{ id, visit_id: visit.id, position: i + 1, ...each, satisfaction: null, feedback_owed: owed },
      feedback: fedBackMs === null ? null : '已列入计划，完成后再告知。',
      fed_back_in_person: fedBackMs === null ? null : true,
      ...{ fed_back_at: iso(fedBackMs), fed_back_by_id: fedBackMs === null ? null : visitorId },
    };
  });
  const { timeZone } = company.plan;
  addObligation(company, {
    key: `record/${visit.id}`,
    estateId: estate.id,
    kind: 'VISIT_RECORD',
    subjectKind: 'OWNER_VISIT',
    subjectId: visit.id,
    ...{ owner: { staffId: visitorId }, sinceMs: atMs },
    dueMs: recordDue(localDayOf(atMs), timeZone).getTime(),
    done: submittedMs === null ? null : { atMs: submittedMs, staffId: visitorId },
  });
  const happened = (flags: Row): Happened[] => [
    {
      type: 'RECORDED',
      atMs,
      actor: staff(visitorId),
      stage: 'RECORDED',
      facts: { ...flags, byOtherPost: false, organiser: 'ESTATE', signature },
    },
    ...(submittedMs === null
      ? []
      : [{ type: 'SUBMITTED', atMs: submittedMs, actor: staff(visitorId), stage: 'SUBMITTED' as const }]),
    ...(reviewedMs === null
      ? []
      : [
          {
            type: 'REVIEWED',
            atMs: reviewedMs,
            actor: staff(String(team.supervisor)),
            stage: 'REVIEWED' as const,
            facts: { items: items.length, opened: 0 },
          },
        ]),
    ...(checkedMs === null
      ? []
      : [
          {
            type: 'CHECKED',
            atMs: checkedMs,
            actor: staff(String(team.manager)),
            facts: { tookPlace: true, accurate: true, inUniform: true, keptToTheMatter: true },
          },
        ]),
    ...items.flatMap(({ id, fed_back_at: at }) =>
      at === null
        ? []
        : [{ type: 'FED_BACK', atMs: Date.parse(at), actor: staff(visitorId), facts: { itemId: id, inPerson: true } }],
    ),
  ];
  return { submittedMs, reviewedMs, checkedMs, signature, satisfaction: satisfactionOfVisit(random), items, happened };
}

/** Where there is a customer service manager, the visit is spot-checked within the month. @rule R-VIS-25 */
function checkOf(
  { company, estate, team, random }: VisitsOfEstate,
  of: { readonly visitId: string; readonly visitorId: string; readonly reviewedMs: number | null },
): number | null {
  const { manager } = team;
  if (manager === null || of.reviewedMs === null || manager === of.visitorId) return null;
  const atMs = of.reviewedMs + 20 * HOUR_MS;
  if (atMs >= dayStartMs(company.today)) return null;
  company.rows.add('visit_check', {
    ...{ company_id: company.id, estate_id: estate.id, id: random.id(atMs), visit_id: of.visitId },
    ...{ took_place: true, accurate: true, in_uniform: true, kept_to_the_matter: true, finding: null },
    ...{ checked_by_id: manager, checked_at: iso(atMs), version: 1 },
  });
  return atMs;
}
