import type { Channel } from '../ticket/channel.js';
import type { RepairStage } from '../ticket/repair-stage.js';
import type { Urgency } from '../ticket/urgency.js';
import type { ImportedKind, ImportMapping } from './import-mapping.js';
import { RowRejection } from './reject-reason.js';
import { clean, lineReader, MAX, orRejection, placeOf, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import { settleTimes, type SettledTimes } from './settle-times.js';
import { fill, type RowValues } from './template.js';

/** A ticket as a row describes it, before its places are found; every text is clean and within its bounds. */
export interface TicketDraft extends NamedPlace {
  readonly reference: string;
  readonly kind: ImportedKind;
  /** Code of its category; null where the mapping says nothing about categories. */
  readonly category: string | null;
  readonly stage: RepairStage;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly description: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly times: SettledTimes;
}

const SUBJECT_MAX = 200;
const DESCRIPTION_MAX = 4_000;

/** A row as a ticket, or why it is none. `now` is the latest instant that a fact can have. */
export const mapRow = (mapping: ImportMapping, value: RowValues, now: number): TicketDraft | RowRejection =>
  orRejection(() => draft(mapping, value, now));

function draft(mapping: ImportMapping, value: RowValues, now: number): TicketDraft {
  const line = lineReader(value);
  const reference = referenceOf(mapping.reference, line);
  const stage = valueOf('stage', mapping.stage, value);
  const times = settleTimes(mapping, stage, value, now);
  if (times instanceof RowRejection) throw times;
  const subject = line('subject', mapping.subject, SUBJECT_MAX);
  if (subject === '') throw new RowRejection('NO_SUBJECT');
  const said = mapping.description ? fill(mapping.description, value).replace(/\r\n?/g, '\n').trim() : '';
  return {
    reference,
    ...placeOf(mapping, line),
    kind: valueOf('kind', mapping.kind, value),
    category: mapping.category && valueOf('category', mapping.category, value),
    stage,
    channel: valueOf('channel', mapping.channel, value),
    urgency: valueOf('urgency', mapping.urgency, value),
    subject,
    description: clean('description', said, DESCRIPTION_MAX) || null,
    contactName: line('contactName', mapping.contactName, MAX.person) || null,
    contactPhone: line('contactPhone', mapping.contactPhone, MAX.phone) || null,
    times,
  };
}
