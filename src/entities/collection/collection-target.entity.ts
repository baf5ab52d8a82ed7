import { defineEntity, p } from '@mikro-orm/core';
import { CHARGE_KINDS } from '../../domain/charge/charge-kind.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What a steward, or an estate as a whole, is to collect in some months: one row a version, only added; the latest holds.
 * @rule R-FEE-05 @rule R-ORG-35
 */
export const CollectionTargetSchema = defineEntity({
  name: 'CollectionTarget',
  tableName: 'collection_target',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Null: the estate's own. */
    stewardId: col.ref().nullable(),
    /** Null: all kinds but fines and late fees. */
    kind: p.enum(CHARGE_KINDS).nullable(),
    /** First days of months, half-open. */
    fromMonth: col.day(),
    untilMonth: col.day(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    setBy: col.ref(),
    setAt: col.instant(),
    version: col.int(),
  },
  checks: [
    { name: 'collection_target_amount_positive', expression: 'amount_minor > 0' },
    { name: 'collection_target_has_months', expression: 'until_month > from_month' },
  ],
  indexes: [
    {
      name: 'collection_target_company_version_key',
      properties: ['companyId', 'estateId', 'fromMonth', 'untilMonth', 'stewardId', 'kind', 'version'],
      expression: `create unique index "collection_target_company_version_key" on "collection_target" ("company_id", "estate_id", "from_month", "until_month", "steward_id", "kind", "version") nulls not distinct`,
    },
  ],
  ...fence('collection_target', { estate: 'required' }),
});

export class CollectionTarget extends CollectionTargetSchema.class {}
CollectionTargetSchema.setClass(CollectionTarget);
