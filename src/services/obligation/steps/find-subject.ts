import { invalidInput, notFound } from '../../../domain/errors.js';
import type { ObligationSubject } from '../../../domain/obligation/obligation-kind.js';
import { Customer } from '../../../entities/people/customer.entity.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { Unit } from '../../../entities/place/unit.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** What an obligation is about, as an input names it. */
export interface NamedSubject {
  readonly subjectKind: ObligationSubject;
  /** Absent for the company. */
  readonly subjectId?: string | null;
}

/**
 * The estate and id of what an obligation is said to be about; the company itself has no estate.
 * @throws NOT_FOUND when it is unknown, malformed or behind the fence
 * @throws INVALID_INPUT for what gets its obligations by itself
 */
export async function findSubject(
  ctx: CommandContext,
  { subjectKind, subjectId }: NamedSubject,
): Promise<{ readonly estateId: string | null; readonly subjectId: string }> {
  if (subjectKind === 'COMPANY') return { estateId: null, subjectId: ctx.companyId };
  const id = subjectId ?? '';
  switch (subjectKind) {
    case 'ESTATE': {
      const estate = await findRow(ctx, Estate, 'estate', id);
      return { estateId: estate.id, subjectId: estate.id };
    }
    case 'UNIT':
      return ofEstate(await findRow(ctx, Unit, 'unit', id));
    case 'CUSTOMER':
      return ofEstate(await findRow(ctx, Customer, 'customer', id));
    case 'TICKET':
      return ofEstate(await findRow(ctx, Ticket, 'ticket', id));
    case 'CARE_MARK':
      throw invalidInput('input.subjectKind', 'a care mark gets its checks by itself');
    case 'OWNER_VISIT':
    case 'VISIT_MONTH':
    case 'VISIT_ITEM':
    case 'VISIT_SUMMARY':
      throw invalidInput('input.subjectKind', 'what is owed about visits becomes owed by itself');
    case 'CORRECTIVE_ACTION':
      throw invalidInput('input.subjectKind', 'a corrective action becomes owed by its plan');
    case 'SURVEY_ROUND':
    case 'SURVEY_ESTATE':
      throw invalidInput('input.subjectKind', 'what is owed about surveys becomes owed by itself');
    case 'HANDOVER_SHEET':
    case 'DEPOSIT':
      throw invalidInput('input.subjectKind', 'what is owed about sheets and deposits becomes owed by itself');
    case 'LIAISON_LETTER':
      throw invalidInput('input.subjectKind', 'what is owed about letters becomes owed by itself');
    case 'REPORT':
      throw invalidInput('input.subjectKind', 'reports become owed by themselves');
    case 'DUNNING_CASE':
    case 'PAYMENT_NOTICE_RUN':
      throw invalidInput('input.subjectKind', 'what is owed about debtors and notices becomes owed by itself');
    default:
      throw notFound('subject');
  }
}

const ofEstate = (row: { readonly id: string; readonly estateId: string }) => ({
  estateId: row.estateId,
  subjectId: row.id,
});
