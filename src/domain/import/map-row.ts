import type { Channel } from '../ticket/channel.js';
import type { RepairStage } from '../ticket/repair-stage.js';
import type { Urgency } from '../ticket/urgency.js';
import type { ImportedKind, ImportMapping, ValueRule } from './import-mapping.js';
import { RowRejection } from './reject-reason.js';
import { settleTimes, type SettledTimes } from './settle-times.js';
import { fill, type RowValues, type Template } from './template.js';

/** A ticket as a row describes it, before its places are found; every text is clean and within its bounds. */
export interface TicketDraft {
  readonly reference: string;
  /** The code where the mapping has one, else null and the name is searched for. */
  readonly estate: { readonly code: string | null; readonly name: string | null };
  readonly building: { readonly code: string; readonly name: string } | null;
  readonly unitCode: string | null;
  readonly kind: ImportedKind;
  readonly stage: RepairStage;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly subject: string;
  readonly description: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly times: SettledTimes;
}

/** Longest texts, in UTF-16 code units. */
const MAX = {
  reference: 200,
  code: 80,
  name: 200,
  subject: 200,
  description: 4_000,
  contactName: 100,
  contactPhone: 40,
};

/** A row as a ticket, or why it is none. `now` is the latest instant that a fact can have. */
export function mapRow(mapping: ImportMapping, value: RowValues, now: number): TicketDraft | RowRejection {
  try {
    return draft(mapping, value, now);
  } catch (error) {
    if (error instanceof RowRejection) return error;
    throw error;
  }
}

function draft(mapping: ImportMapping, value: RowValues, now: number): TicketDraft {
  const line = (field: string, template: Template | null, max: number): string =>
    template ? clean(field, fill(template, value).replace(/\s+/g, ' ').trim(), max) : '';
  const lines = (field: string, template: Template | null, max: number): string =>
    template ? clean(field, fill(template, value).replace(/\r\n?/g, '\n').trim(), max) : '';
  const reference = line('reference', mapping.reference, MAX.reference);
  if (reference === '') throw new RowRejection('NO_REFERENCE');
  const stage = valueOf('stage', mapping.stage, value);
  const times = settleTimes(mapping, stage, value, now);
  if (times instanceof RowRejection) throw times;
  const subject = line('subject', mapping.subject, MAX.subject);
  if (subject === '') throw new RowRejection('NO_SUBJECT');
  return {
    reference,
    estate: estateOf(mapping, line),
    ...unitOf(mapping, line),
    kind: valueOf('kind', mapping.kind, value),
    stage,
    channel: valueOf('channel', mapping.channel, value),
    urgency: valueOf('urgency', mapping.urgency, value),
    subject,
    description: lines('description', mapping.description, MAX.description) || null,
    contactName: line('contactName', mapping.contactName, MAX.contactName) || null,
    contactPhone: line('contactPhone', mapping.contactPhone, MAX.contactPhone) || null,
    times,
  };
}

type LineReader = (field: string, template: Template | null, max: number) => string;

/** A row names its estate when every text that the mapping asks for has content beside its constant parts. */
function estateOf({ estate }: ImportMapping, line: LineReader): TicketDraft['estate'] {
  const code = line('estate.code', estate.code, MAX.code);
  const name = line('estate.name', estate.name, MAX.name);
  const named = (!estate.code || code !== '') && (!estate.name || name !== '');
  if (named) return { code: code || null, name: name || null };
  if (!estate.otherwise) throw new RowRejection('NO_ESTATE');
  return estate.otherwise;
}

function unitOf({ unit, building }: ImportMapping, line: LineReader): Pick<TicketDraft, 'building' | 'unitCode'> {
  const unitCode = unit ? line('unit.code', unit.code, MAX.code) : '';
  if (unitCode === '' && unit?.missing === 'REJECT') throw new RowRejection('NO_UNIT');
  if (unitCode === '' || !building) return { building: null, unitCode: unitCode || null };
  const code = line('building.code', building.code, MAX.code) || building.otherwise;
  if (code === null) throw new RowRejection('NO_BUILDING');
  return { building: { code, name: line('building.name', building.name, MAX.name) || code }, unitCode };
}

function valueOf<T extends string>(field: string, rule: ValueRule<T>, value: RowValues): T {
  const written = rule.column === null ? '' : value(rule.column).trim();
  const meaning = rule.values.get(written) ?? rule.otherwise;
  if (meaning === null) throw new RowRejection('UNKNOWN_VALUE', `${field}: ${written.slice(0, 40)}`);
  return meaning;
}

const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/u;

function clean(field: string, text: string, max: number): string {
  if (CONTROL.test(text)) throw new RowRejection('CONTROL_CHARACTER', field);
  if (text.length > max) throw new RowRejection('TOO_LONG', `${field}: ${text.length} of at most ${max} characters`);
  return text;
}
