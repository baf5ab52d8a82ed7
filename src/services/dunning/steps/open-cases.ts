import { sql } from 'kysely';
import { stageOfSteps } from '../../../domain/dunning/dunning-stage.js';
import type { Currency } from '../../../domain/money/money.js';
import { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { LawyerLetter } from '../../../entities/dunning/lawyer-letter.entity.js';
import { newId } from '../../../entities/new-id.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import { openAccounts } from '../../ledger/steps/open-account.js';
import { stepsDone } from './drop-letters.js';
import { followDuties } from './follow-duties.js';
import { recordDunningEvent } from './record-dunning-event.js';

/** Somebody who owes something overdue of a unit, and is not dunned for it yet. */
export interface Undunned {
  readonly payerId: string;
  readonly unitId: string | null;
  readonly currency: Currency;
  /** The case that was closed when this had been settled, and is open again. */
  readonly reopens: string | null;
}

/** Of whom undunned debtors are looked for. */
interface Among {
  readonly estateId: string;
  /** The last deadline that has passed long enough. */
  readonly dueBefore: string;
  readonly payerIds?: readonly string[];
  readonly limit: number;
}

/**
 * Debtors of an estate who are not dunned yet. What the company has let be is left alone: only what fell due afterwards
 * counts.
 * @rule D-13
 */
export function undunned(ctx: CommandContext, { estateId, dueBefore, payerIds, limit }: Among): Promise<Undunned[]> {
  const { companyId } = ctx;
  const same = (alias: string) =>
    sql`${sql.ref(`${alias}.company_id`)} = ${companyId} and ${sql.ref(`${alias}.payer_id`)} = h.payer_id
        and ${sql.ref(`${alias}.unit_id`)} is not distinct from h.unit_id and ${sql.ref(`${alias}.currency`)} = h.currency`;
  return ctx.read(
    sql<Undunned>`
      select o."payerId", o."unitId", o.currency,
             (select w.id from dunning_case w where w.company_id = ${companyId} and w.payer_id = o."payerId"
                 and w.unit_id is not distinct from o."unitId" and w.currency = o.currency and w.closed_on > o.due_day and w.closed_at > o.since
               order by w.closed_at desc, w.id desc limit 1) as reopens
        from (select h.payer_id as "payerId", h.unit_id as "unitId", h.currency, min(h.due_day) as due_day, min(h.recorded_at) as since
                from charge h
               where h.company_id = ${companyId} and h.estate_id = ${estateId}::uuid and h.open_minor > 0
                 and h.due_day < ${dueBefore}::date
                 ${payerIds === undefined ? sql`` : sql`and h.payer_id = any(${[...payerIds]}::uuid[])`}
                 and not exists (select 1 from dunning_case c where ${same('c')} and c.closed_at is null)
                 and not exists (select 1 from dunning_case w where ${same('w')} and w.ending = 'WITHDRAWN' and w.closed_on > h.due_day and w.closed_at > h.recorded_at)
               group by 1, 2, 3
               order by 1, 2, 3
               limit ${limit}) o`.compile(sqlFor),
  );
}

/**
 * Opens a case for each debtor of an estate who is not dunned yet, their accounts held meanwhile, so that nobody is dunned
 * for what is being paid. What was settled and is open again goes on where it stood.
 * @rule D-13
 */
export async function openCases(
  ctx: CommandContext,
  found: readonly Undunned[],
  among: Omit<Among, 'payerIds' | 'limit'>,
  today: string,
): Promise<string[]> {
  const { estateId } = among;
  const [first, ...others] = [...new Set(found.map(({ payerId }) => payerId))].map((id) => ({ id, estateId }));
  if (!first) return [];
  await openAccounts(ctx, [first, ...others]);
  const payerIds = [first, ...others].map(({ id }) => id);
  const wanted = new Set(found.map(keyOf));
  const opened: string[] = [];
  for (const debtor of await undunned(ctx, { ...among, payerIds, limit: 10_000 })) {
    if (!wanted.has(keyOf(debtor))) continue;
    const debt = debtor.reopens === null ? open(ctx, estateId, debtor, today) : await reopen(ctx, debtor.reopens);
    opened.push(debt.id);
  }
  await ctx.em.flush();
  for (const id of opened) await followDuties(ctx, id);
  return opened;
}

const keyOf = ({ payerId, unitId, currency }: Undunned): string => `${payerId}/${unitId ?? ''}/${currency}`;

function open(ctx: CommandContext, estateId: string, debtor: Undunned, today: string): DunningCase {
  const { payerId, unitId, currency } = debtor;
  const debt = ctx.em.create(DunningCase, {
    ...{ companyId: ctx.companyId, id: newId(), estateId, payerId, unitId, currency },
    ...{ stage: 'OVERDUE', reason: null, openedOn: today, openedAt: ctx.clock.now(), version: 1 },
  });
  recordDunningEvent(ctx, debt, 'OPENED');
  return debt;
}

async function reopen(ctx: CommandContext, caseId: string): Promise<DunningCase> {
  const debt = await ctx.load(DunningCase, 'dunning case', caseId);
  const letters = await ctx.em.find(LawyerLetter, { companyId: ctx.companyId, caseId, sentOn: { $ne: null } });
  const kinds = await stepsDone(ctx, caseId);
  const ofLetters = letters.some(({ servedOn }) => servedOn != null) ? 'LETTER_SERVED' : 'LETTER_SENT';
  const stage = letters.length > 0 && !kinds.includes('LEGAL_ACTION') ? ofLetters : stageOfSteps(kinds);
  Object.assign(debt, { stage, ending: null, ground: null, closedOn: null, closedAt: null });
  recordDunningEvent(ctx, debt, 'REOPENED');
  return debt;
}
