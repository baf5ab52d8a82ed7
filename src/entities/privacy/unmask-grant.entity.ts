import { defineEntity, p } from '@mikro-orm/core';
import { UNMASK_PURPOSES, UNMASK_SUBJECTS } from '../../domain/privacy/unmask-purpose.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That somebody of head office reads customers of one estate by name for a while, and what for. The estate sees it.
 * @rule R-ORG-77 @rule R-ORG-78
 */
export const UnmaskGrantSchema = defineEntity({
  name: 'UnmaskGrant',
  tableName: 'unmask_grant',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Who reads under it. */
    staffId: col.ref(),
    purpose: p.enum(UNMASK_PURPOSES),
    /** Why, in the words of who asked for it. */
    reason: col.text(),
    subject: p.enum(UNMASK_SUBJECTS),
    /** The ticket of a TICKET grant. */
    ticketId: col.ref().nullable(),
    grantedAt: col.instant(),
    expiresAt: col.instant(),
    revokedAt: col.instant().nullable(),
    revokedBy: col.ref().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'unmask_grant_of_its_subject', expression: "(subject = 'TICKET') = (ticket_id is not null)" },
    { name: 'unmask_grant_ends_later', expression: 'expires_at > granted_at' },
  ],
  indexes: [
    { name: 'unmask_grant_company_estate_idx', properties: ['companyId', 'estateId', 'grantedAt', 'id'] },
    { name: 'unmask_grant_company_granted_idx', properties: ['companyId', 'grantedAt', 'id'] },
    { name: 'unmask_grant_company_staff_idx', properties: ['companyId', 'staffId', 'expiresAt'] },
  ],
  ...fence('unmask_grant', { estate: 'required' }),
});

export class UnmaskGrant extends UnmaskGrantSchema.class {}
UnmaskGrantSchema.setClass(UnmaskGrant);

/** A customer whom a grant names, or who stands behind its ticket. */
export const UnmaskGrantCustomerSchema = defineEntity({
  name: 'UnmaskGrantCustomer',
  tableName: 'unmask_grant_customer',
  properties: {
    companyId: col.companyId().primary(),
    grantId: col.ref().primary(),
    customerId: col.ref().primary(),
    estateId: col.ref(),
  },
  indexes: [{ name: 'unmask_grant_customer_company_customer_idx', properties: ['companyId', 'customerId'] }],
  ...fence('unmask_grant_customer', { estate: 'required' }),
});

export class UnmaskGrantCustomer extends UnmaskGrantCustomerSchema.class {}
UnmaskGrantCustomerSchema.setClass(UnmaskGrantCustomer);
