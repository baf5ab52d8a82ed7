import { defineEntity, p } from '@mikro-orm/core';
import { CHARGE_KINDS } from '../../domain/charge/charge-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a meter of a unit showed at the end of a day. @rule R-FEE-07 @rule R-FEE-14 */
export const MeterReadingSchema = defineEntity({
  name: 'MeterReading',
  tableName: 'meter_reading',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    unitId: col.ref(),
    kind: p.enum(CHARGE_KINDS),
    readOn: col.day(),
    /** Thousandths of a cubic metre or kilowatt-hour. */
    valueMilli: col.big(),
    recordedBy: col.ref(),
    recordedAt: col.instant(),
  },
  uniques: [{ name: 'meter_reading_company_unit_kind_day_key', properties: ['companyId', 'unitId', 'kind', 'readOn'] }],
  indexes: [{ name: 'meter_reading_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('meter_reading', { estate: 'required' }),
});

export class MeterReading extends MeterReadingSchema.class {}
MeterReadingSchema.setClass(MeterReading);
