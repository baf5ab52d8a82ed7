import { defineEntity, p } from '@mikro-orm/core';
import { METER_KINDS } from '../../domain/meter/meter-words.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** Who was in the unit while it hung; `occupancy` shows a resident the own rows only. @rule D-30 */
const HUNG_WITHIN_AN_OWN_OCCUPANCY =
  "exists (select 1 from occupancy o where o.company_id = meter.company_id and o.unit_id = meter.unit_id and meter.installed_on < coalesce(o.until_day, 'infinity'::date) and o.from_day <= coalesce(meter.removed_on, 'infinity'::date))";

/** A meter of a unit, or of common parts: what hangs there from one day to another. @rule R-FEE-07 @rule R-MIN-06 */
export const MeterSchema = defineEntity({
  name: 'Meter',
  tableName: 'meter',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Null for a meter of common parts. */
    unitId: col.ref().nullable(),
    /** Where a meter of common parts hangs, if it belongs to one building. */
    buildingId: col.ref().nullable(),
    kind: p.enum(METER_KINDS),
    /** The number on it; null where nobody has written it down. */
    serial: col.text().nullable(),
    /** Whole digits of the register; null where nobody knows. */
    digits: col.int().nullable(),
    factor: col.int(),
    prepaid: col.flag(),
    /** What it showed then, in thousandths. */
    baseMilli: col.big(),
    installedOn: col.day(),
    removedOn: col.day().nullable(),
    /** The meter that it has taken the place of. */
    replacesId: col.ref().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'meter_place', expression: 'unit_id is null or building_id is null' },
    { name: 'meter_digits', expression: 'digits between 3 and 9' },
    { name: 'meter_factor', expression: 'factor between 1 and 10000' },
    { name: 'meter_base_not_negative', expression: 'base_milli >= 0' },
    { name: 'meter_days', expression: 'removed_on >= installed_on' },
  ],
  indexes: [
    { name: 'meter_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'meter_company_unit_idx', properties: ['companyId', 'unitId', 'kind'] },
    {
      name: 'meter_company_serial_key',
      properties: ['companyId', 'estateId', 'kind', 'serial'],
      expression: `create unique index "meter_company_serial_key" on "meter" ("company_id", "estate_id", "kind", "serial") where removed_on is null`,
    },
  ],
  ...fence('meter', {
    estate: 'required',
    residentReads: { by: 'unit', column: 'unit_id', and: HUNG_WITHIN_AN_OWN_OCCUPANCY },
  }),
});

export class Meter extends MeterSchema.class {}
MeterSchema.setClass(Meter);
