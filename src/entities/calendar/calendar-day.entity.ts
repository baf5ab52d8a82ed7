import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a company, or one of its estates, has said of a day of its working calendar. Said again, the later version holds;
 * none is ever changed.
 * @rule Q-16
 */
export const CalendarDaySchema = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: for all estates of the company. */
    estateId: col.ref().nullable(),
    day: col.day(),
    /** Counts what the same side has said of the same day. */
    version: col.int(),
    /** Null takes back what was said before. */
    working: col.flag().nullable(),
    name: col.text(),
    setBy: col.ref(),
    setAt: col.instant(),
  },
  uniques: [
    {
      name: 'calendar_day_company_estate_day_version_key',
      properties: ['companyId', 'estateId', 'day', 'version'],
      expression:
        'alter table "calendar_day" add constraint "calendar_day_company_estate_day_version_key" unique nulls not distinct ("company_id", "estate_id", "day", "version")',
    },
  ],
  ...fence('calendar_day', {
    estate: 'nullable',
    residentReads: { by: 'estateOrCompany', column: 'estate_id' },
  }),
});

export class CalendarDay extends CalendarDaySchema.class {}
CalendarDaySchema.setClass(CalendarDay);
