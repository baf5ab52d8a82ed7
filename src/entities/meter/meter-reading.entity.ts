import { defineEntity, p } from '@mikro-orm/core';
import { METER_KINDS, READING_STATES, READING_WAYS } from '../../domain/meter/meter-words.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Who was there before or came after has used it: `occupancy` shows a resident the own rows only. @rule D-30 */
const READ_WITHIN_AN_OWN_OCCUPANCY =
  "exists (select 1 from occupancy o where o.company_id = meter_reading.company_id and o.unit_id = meter_reading.unit_id and o.from_day <= meter_reading.read_on and meter_reading.read_on < coalesce(o.until_day, 'infinity'::date))";

/** What a meter showed at the end of a day, and whether it counts. @rule R-FEE-07 @rule R-FEE-14 */
export const MeterReadingSchema = defineEntity({
  name: 'MeterReading',
  tableName: 'meter_reading',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    meterId: col.ref(),
    /** Null for a meter of common parts. */
    unitId: col.ref().nullable(),
    kind: p.enum(METER_KINDS),
    readOn: col.day(),
    how: p.enum(READING_WAYS),
    /** Thousandths of what the register shows. */
    valueMilli: col.big(),
    /** How often the register has gone back to zero since the meter was installed. */
    turns: col.int(),
    state: p.enum(READING_STATES),
    /** Why it waits, or has waited, for a person. */
    holdReasons: p.array(),
    /** Who has read it, or had it estimated; null for what came from a file. */
    recordedBy: col.ref().nullable(),
    recordedAt: col.instant(),
    /** When it was read, by the reader's word. */
    readAt: col.instant(),
    decidedBy: col.ref().nullable(),
    decidedAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'meter_reading_decided', expression: '(decided_by is null) = (decided_at is null)' },
    { name: 'meter_reading_decided_by_another', expression: 'decided_by <> recorded_by' },
    { name: 'meter_reading_held', expression: `state <> 'HELD' or cardinality(hold_reasons) > 0` },
  ],
  indexes: [
    { name: 'meter_reading_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    {
      name: 'meter_reading_company_meter_day_key',
      properties: ['companyId', 'meterId', 'readOn'],
      expression: `create unique index "meter_reading_company_meter_day_key" on "meter_reading" ("company_id", "meter_id", "read_on") where state in ('ACCEPTED', 'CONFIRMED')`,
    },
    { name: 'meter_reading_company_meter_idx', properties: ['companyId', 'meterId', 'readOn', 'id'] },
    { name: 'meter_reading_company_unit_idx', properties: ['companyId', 'unitId', 'readOn', 'id'] },
    {
      name: 'meter_reading_company_held_idx',
      properties: ['companyId', 'estateId', 'id'],
      expression: `create index "meter_reading_company_held_idx" on "meter_reading" ("company_id", "estate_id", "id") where state = 'HELD'`,
    },
  ],
  ...fence('meter_reading', {
    estate: 'required',
    residentReads: { by: 'unit', column: 'unit_id', and: READ_WITHIN_AN_OWN_OCCUPANCY },
  }),
});

export class MeterReading extends MeterReadingSchema.class {}
MeterReadingSchema.setClass(MeterReading);
