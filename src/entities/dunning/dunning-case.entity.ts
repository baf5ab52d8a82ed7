import { defineEntity, p } from '@mikro-orm/core';
import { DEBTOR_REASONS } from '../../domain/dunning/debtor-reason.js';
import { DUNNING_ENDINGS, DUNNING_STAGES, WITHDRAWAL_GROUNDS } from '../../domain/dunning/dunning-stage.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That a payer is dunned for what is overdue of a unit, in one currency; there is one open case of each. What it is about
 * is not stored: the charges whose deadline has passed and of which something is open. Closed to residents.
 * @rule D-13
 */
export const DunningCaseSchema = defineEntity({
  name: 'DunningCase',
  tableName: 'dunning_case',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    payerId: col.ref(),
    /** Null for what concerns no unit. */
    unitId: col.ref().nullable(),
    currency: p.enum(CURRENCIES),
    stage: p.enum(DUNNING_STAGES),
    /** Why the debtor does not pay; null while nobody knows. */
    reason: p.enum(DEBTOR_REASONS).nullable(),
    openedOn: col.day(),
    openedAt: col.instant(),
    closedOn: col.day().nullable(),
    closedAt: col.instant().nullable(),
    ending: p.enum(DUNNING_ENDINGS).nullable(),
    ground: p.enum(WITHDRAWAL_GROUNDS).nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'dunning_case_closed_with_ending',
      expression: `(stage = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (ending is null) and (closed_at is null) = (closed_on is null)`,
    },
    {
      name: 'dunning_case_ground_of_withdrawal',
      expression: `(ground is not null) = (ending is not distinct from 'WITHDRAWN')`,
    },
  ],
  indexes: [
    { name: 'dunning_case_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'dunning_case_company_payer_idx', properties: ['companyId', 'payerId', 'id'] },
    { name: 'dunning_case_company_unit_idx', properties: ['companyId', 'unitId', 'id'] },
    {
      name: 'dunning_case_company_open_key',
      properties: ['companyId', 'payerId', 'unitId', 'currency'],
      expression: `create unique index "dunning_case_company_open_key" on "dunning_case" ("company_id", "payer_id", "unit_id", "currency") nulls not distinct where closed_at is null`,
    },
  ],
  ...fence('dunning_case', { estate: 'required' }),
});

export class DunningCase extends DunningCaseSchema.class {}
DunningCaseSchema.setClass(DunningCase);
