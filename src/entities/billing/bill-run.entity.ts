import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { RUN_STAGES } from '../../domain/run-life.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The billing of an estate for some months, and how far it has come: it goes on where it stood. @rule R-FEE-01 */
export const BillRunSchema = defineEntity({
  name: 'BillRun',
  tableName: 'bill_run',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** First day of the first month. */
    fromMonth: col.day(),
    months: col.int(),
    /** Empty: all tariffs of the estate. */
    tariffCodes: p.array(),
    stage: p.enum(RUN_STAGES),
    /** The last unit that it has dealt with, in the order of their ids. */
    afterUnitId: col.ref().nullable(),
    unitsTotal: col.int(),
    unitsDone: col.int(),
    /** Charges, and what they amount to: counted in a preview, written in a run. */
    lines: col.int(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    skipped: col.int(),
    startedBy: col.ref(),
    startedAt: col.instant(),
    finishedAt: col.instant().nullable(),
    version: col.int(),
  },
  indexes: [{ name: 'bill_run_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('bill_run', { estate: 'required' }),
});

export class BillRun extends BillRunSchema.class {}
BillRunSchema.setClass(BillRun);
