import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TicketDraft } from '../../domain/import/map-row.js';
import { localDayOf } from '../../domain/calendar/zone-offset.js';
import { phaseOf } from '../../domain/ticket/lives.js';
import { NumberFormatVersion } from '../../entities/numbering/number-format-version.entity.js';
import { seriesFor } from '../numbering/steps/number-row.js';
import type { Place } from './find-places.js';

/** A ticket that an earlier import made. */
interface KnownTicket {
  readonly id: string;
  readonly estateId: string;
  readonly version: number;
  readonly hash: string | null;
}

/** A draft with its place; `known` is the ticket that it changes, null makes a new one. */
export interface TicketToWrite {
  readonly id: string;
  readonly draft: TicketDraft;
  readonly place: Place;
  readonly categoryId: string | null;
  readonly hash: string;
  readonly known: KnownTicket | null;
}

const KNOWN = `
select id, estate_id as "estateId", version, external_hash as hash, external_ref as reference
  from ticket
 where company_id = ? and external_source = ? and external_ref = any(array(select jsonb_array_elements_text(?::jsonb)))`;

/** The tickets that references of a source name, by reference. */
export async function findKnownTickets(
  em: SqlEntityManager,
  companyId: string,
  source: string,
  references: readonly string[],
): Promise<Map<string, KnownTicket>> {
  type Row = KnownTicket & { readonly reference: string };
  const rows = await em.execute<Row[]>(KNOWN, [companyId, source, JSON.stringify(references)]);
  return new Map(rows.map((row) => [row.reference, row]));
}

/** What an import knows of a ticket: columns that it writes, with their types. */
const FACTS = {
  unit_id: 'uuid',
  category_id: 'uuid',
  phase: 'text',
  stage: 'text',
  urgency: 'text',
  channel: 'text',
  subject: 'text',
  description: 'text',
  contact_name: 'text',
  contact_phone: 'text',
  visits: 'int',
  reported_at: 'timestamptz',
  forwarded_at: 'timestamptz',
  accepted_at: 'timestamptz',
  started_at: 'timestamptz',
  completed_at: 'timestamptz',
  closed_at: 'timestamptz',
  external_hash: 'text',
} as const;
const NAMES = Object.keys(FACTS);
const TYPES = Object.entries(FACTS).map(([name, type]) => `${name} ${type}`);
const FROM = (list: readonly string[]): string => list.map((name) => `w.${name}`).join(', ');

function factsOf({ draft, place, categoryId, hash }: TicketToWrite): Record<keyof typeof FACTS, unknown> {
  const { at } = draft.times;
  const instant = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
  return {
    unit_id: place.unitId,
    category_id: categoryId,
    phase: phaseOf('REPAIR', draft.stage),
    stage: draft.stage,
    urgency: draft.urgency,
    channel: draft.channel,
    subject: draft.subject,
    description: draft.description,
    contact_name: draft.contactName,
    contact_phone: draft.contactPhone,
    visits: at.startedAt === undefined ? 0 : 1,
    reported_at: instant(at.reportedAt),
    forwarded_at: instant(at.forwardedAt),
    accepted_at: instant(at.acceptedAt),
    started_at: instant(at.startedAt),
    completed_at: instant(at.completedAt),
    closed_at: instant(at.closedAt),
    external_hash: hash,
  };
}

/** Numbers of a series are drawn for all its tickets at once: the last one counts back to the first. */
const INSERT = `
with w as (
  select r.*, row_number() over (partition by estate_id, series order by ord) as nth,
         count(*) over (partition by estate_id, series) as total
    from jsonb_to_recordset(?::jsonb) as r(ord int, id uuid, estate_id uuid, kind text, series text, prefix text,
         width int, suffix text, external_ref text, ${TYPES.join(', ')})
), drawn as (
  insert into counter (company_id, estate_id, series, value)
  select ?, estate_id, series, count(*) from w group by estate_id, series order by estate_id, series
      on conflict (company_id, estate_id, series) do update set value = counter.value + excluded.value
  returning estate_id, series, value
), numbered as (
  select w.*, drawn.value - w.total + w.nth as serial from w join drawn using (estate_id, series)
)
insert into ticket (company_id, id, estate_id, number, number_series, number_serial, kind, version, external_source,
                    external_ref, ${NAMES.join(', ')})
select ?, w.id, w.estate_id,
       w.prefix || lpad(w.serial::text, greatest(w.width, length(w.serial::text)), '0') || w.suffix, w.series, w.serial,
       w.kind, 1, ?, w.external_ref, ${FROM(NAMES)}
  from numbered w`;

/** Makes new tickets, numbered by estate and local year in the order of the file. */
export async function insertTickets(
  em: SqlEntityManager,
  companyId: string,
  source: string,
  tickets: readonly TicketToWrite[],
): Promise<void> {
  if (tickets.length === 0) return;
  const formats = await em.find(NumberFormatVersion, { companyId });
  const rows = tickets.map((ticket, ord) => {
    const { id, draft, place } = ticket;
    const day = localDayOf(draft.times.reportedAt, place.estate.timeZone);
    const { series, frame } = seriesFor(formats, { subject: draft.kind, estate: place.estate, day });
    const own = { ord, id, estate_id: place.estate.id, kind: draft.kind, external_ref: draft.reference };
    return { ...own, series, ...frame, ...factsOf(ticket) };
  });
  await em.execute(INSERT, [JSON.stringify(rows), companyId, companyId, source]);
}

/** A ticket that has an event of its own was worked on here; imports tell of estates only. */
const UPDATE = `
update ticket t
   set (version, ${NAMES.join(', ')}) = row (t.version + 1, ${FROM(NAMES)})
  from jsonb_to_recordset(?::jsonb) as w(id uuid, version int, ${TYPES.join(', ')})
 where t.company_id = ? and t.id = w.id and t.version = w.version
   and not exists (select 1 from event e where e.company_id = t.company_id and e.subject_id = t.id)
returning t.id`;

/** Brings tickets to what the file says now, unless somebody has worked on them here. @returns those that were changed */
export async function updateTickets(
  em: SqlEntityManager,
  companyId: string,
  tickets: readonly TicketToWrite[],
): Promise<Set<TicketDraft>> {
  if (tickets.length === 0) return new Set();
  const rows = tickets.map((ticket) => ({ id: ticket.id, version: ticket.known?.version, ...factsOf(ticket) }));
  const changed = await em.execute<{ id: string }[]>(UPDATE, [JSON.stringify(rows), companyId]);
  const ids = new Set(changed.map((row) => row.id));
  return new Set(tickets.flatMap(({ draft, known }) => (known && ids.has(known.id) ? [draft] : [])));
}
