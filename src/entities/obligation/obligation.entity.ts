import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../../domain/identity/role.js';
import { OBLIGATION_KINDS, OBLIGATION_SUBJECTS } from '../../domain/obligation/obligation-kind.js';
import { OBLIGATION_STATES } from '../../domain/obligation/obligation-state.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Something that somebody owes by an instant: a person, or whoever stands at a post on the estate. Its instants are
 * facts, so that what was due and what was done on a day is known for ever.
 */
export const ObligationSchema = defineEntity({
  name: 'Obligation',
  tableName: 'obligation',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: the company's own. */
    estateId: col.ref().nullable(),
    kind: p.enum(OBLIGATION_KINDS),
    subjectKind: p.enum(OBLIGATION_SUBJECTS),
    subjectId: col.ref(),
    ownerId: col.ref().nullable(),
    ownerPost: p.enum(ROLES).nullable(),
    state: p.enum(OBLIGATION_STATES),
    owedSince: col.instant(),
    dueAt: col.instant(),
    /** The due instant that passed while it was owed; stays when it is fulfilled late, or in time and entered late. */
    missedAt: col.instant().nullable(),
    /** When it was done, waived or lapsed, by the word of the actor. */
    settledAt: col.instant().nullable(),
    settledById: col.ref().nullable(),
    /** Why it was waived, in the words of whoever waived it. */
    waiveReason: col.text().nullable(),
    version: col.int(),
  },
  checks: [{ name: 'obligation_one_owner', expression: '(owner_id is null) <> (owner_post is null)' }],
  indexes: [
    { name: 'obligation_company_estate_due_idx', properties: ['companyId', 'estateId', 'state', 'dueAt', 'id'] },
    { name: 'obligation_company_due_idx', properties: ['companyId', 'state', 'dueAt', 'id'] },
    { name: 'obligation_company_owner_idx', properties: ['companyId', 'ownerId', 'state', 'dueAt', 'id'] },
    { name: 'obligation_company_subject_idx', properties: ['companyId', 'subjectId', 'dueAt', 'id'] },
  ],
  ...fence('obligation', { estate: 'nullable' }),
});

export class Obligation extends ObligationSchema.class {}
ObligationSchema.setClass(Obligation);
