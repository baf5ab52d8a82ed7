import { defineEntity, p } from '@mikro-orm/core';
import { STANDARD_CATEGORY_CODES } from '../../domain/category/standard-category.js';
import { TICKET_KINDS, type TicketKind } from '../../domain/ticket/ticket-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A category of a company's tree: what tickets are about. It is retired and never deleted. */
export const TicketCategorySchema = defineEntity({
  name: 'TicketCategory',
  tableName: 'ticket_category',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    parentId: col.ref().nullable(),
    code: col.text(),
    name: col.text(),
    nameZh: col.text(),
    /** The kinds of tickets that may be put into it. */
    kinds: p.array<TicketKind>(),
    standardCode: p.enum(STANDARD_CATEGORY_CODES),
    activeFrom: col.day(),
    /** The first day on which it is no longer offered; null while it lasts. */
    activeUntil: col.day().nullable(),
    createdAt: col.instant(),
    version: col.int(),
  },
  checks: [
    {
      name: 'ticket_category_kinds_known',
      expression: `cardinality(kinds) > 0 and kinds <@ array[${TICKET_KINDS.map((kind) => `'${kind}'`).join(', ')}]`,
    },
  ],
  uniques: [{ name: 'ticket_category_company_code_key', properties: ['companyId', 'code'] }],
  indexes: [{ name: 'ticket_category_company_parent_idx', properties: ['companyId', 'parentId'] }],
  ...fence('ticket_category', { estate: 'none', residentReads: { by: 'company', column: 'company_id' } }),
});

export class TicketCategory extends TicketCategorySchema.class {}
TicketCategorySchema.setClass(TicketCategory);
