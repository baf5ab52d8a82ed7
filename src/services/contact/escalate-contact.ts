import { superiorOf } from '../../domain/contact/superior.js';
import { notFound } from '../../domain/errors.js';
import { Department } from '../../entities/people/department.entity.js';
import { rolesOn } from '../../tenancy/principal.js';
import type { CommandContext } from '../command/command-context.js';
import { whoIsTold } from '../duty/steps/who-is-told.js';
import { findRow } from '../place/steps/find-row.js';
import { recordContactEvent } from './steps/record-contact-event.js';
import { takeContactStep, type ContactResult, type ContactStepInput } from './steps/take-contact-step.js';

interface EscalateContact extends ContactStepInput {
  /** The department concerned; absent: the superior. */
  readonly departmentId?: string | null;
}

/**
 * Passes a customer whom the desk cannot answer or calm on to the superior, or to the department concerned: who is told
 * is looked up from the estate upwards. Again, to pass the customer on to others. Needs `contact.handle` on the estate.
 * @rule R-REC-12 @rule R-DSP-09 @rule R-DSP-11 @rule D-11
 * @throws NOT_FOUND when the department is not seen or belongs to another estate
 * @throws RULE_REFUSED unless it is LOGGED or ESCALATED
 */
export async function escalateContact(ctx: CommandContext, input: EscalateContact): Promise<ContactResult> {
  const { contact, at } = await takeContactStep(ctx, input, 'escalate');
  const { estateId } = contact;
  const department =
    input.departmentId == null ? null : await findRow(ctx, Department, 'department', input.departmentId);
  if (department?.estateId != null && department.estateId !== estateId) throw notFound('department');
  const post = department ? null : superiorOf(rolesOn(ctx.principal, estateId));
  const whom = post === null ? { departmentCode: department?.code ?? '' } : { post };
  const [chain] = await whoIsTold(ctx, [{ estateId, at, ...whom }]);
  contact.departmentId = department?.id ?? null;
  contact.escalatedToId = chain?.[0]?.staffIds[0] ?? null;
  contact.escalatedAt = at;
  recordContactEvent(ctx, contact, 'ESCALATED', at, { post });
  return { contactId: contact.id, version: contact.version };
}
