import type { SuspenseReason } from '../../domain/bank-file/bank-line.js';
import { plainReference } from '../../domain/bank-file/payer-reference.js';
import { BankFile } from '../../entities/bank-file/bank-file.entity.js';
import { BankLine } from '../../entities/bank-file/bank-line.entity.js';
import { Payment } from '../../entities/ledger/payment.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { openAccounts } from '../ledger/steps/open-account.js';
import { takePayment } from '../ledger/steps/take-payment.js';
import { payersOfUnits } from './steps/payers-of-units.js';
import { unitDirectoryOf } from './steps/unit-directory-of.js';

interface BookBankLines extends CommandInput {
  readonly fileId: string;
}

/** So many lines go into one transaction. */
const LINES = 50;

/** Whose a line is, or why nobody can tell. */
type Found = { readonly unitId: string; readonly payerId: string } | SuspenseReason;

/**
 * Books the next lines of a file: each goes to the unit that its payer names, and to who owes for it; what nobody can tell
 * goes into suspense, and what somebody has recorded already, by the same number, is known and not booked again. A
 * crash repeats nothing and leaves nothing out. For the program; needs `fee.bank` on the estate.
 * @rule R-FEE-01 @rule R-FEE-06 @rule R-FEE-11
 * @throws NOT_FOUND file
 */
export async function bookBankLines(
  ctx: CommandContext,
  { fileId }: BookBankLines,
): Promise<{ readonly goesOn: boolean }> {
  const { companyId, em } = ctx;
  const file = await ctx.load(BankFile, 'bank file', fileId);
  authorizeOn(ctx.principal, 'fee.bank', file.estateId);
  const lines = await em.find(
    BankLine,
    { companyId, fileId, state: 'WAITING' },
    { orderBy: { line: 'asc' }, limit: LINES },
  );
  const found = await matched(ctx, file.estateId, lines);
  const payers = [...new Set(found.flatMap((each) => (typeof each === 'string' ? [] : [each.payerId])))];
  const [first, ...rest] = payers.map((id) => ({ id, estateId: file.estateId }));
  const accounts = new Map(
    first ? (await openAccounts(ctx, [first, ...rest])).map((each) => [each.payerId, each]) : [],
  );
  let booked = 0;
  for (const [at, line] of lines.entries()) {
    const whose = found[at] ?? 'UNKNOWN_REFERENCE';
    const before = await em.findOne(Payment, {
      companyId,
      method: line.method,
      reference: line.bankReference,
      reversedAt: null,
    });
    if (before) know(ctx, line, before);
    else if (typeof whose === 'string') suspend(line, whose);
    else {
      const account = accounts.get(whose.payerId);
      if (!account) throw new Error('The account of every payer is open.');
      const { method, amountMinor, feeMinor, bookedDay, bankReference: reference } = line;
      const terms = { ...account.terms, currency: line.currency };
      const money = { unitId: whose.unitId, method, amountMinor, feeMinor, reference, bookedDay };
      const paymentId = await takePayment(ctx, { ...account, terms }, money);
      settle(ctx, line, { ...whose, state: 'BOOKED', paymentId });
      booked += 1;
    }
  }
  const goesOn = lines.length === LINES;
  file.version += 1;
  if (!goesOn) Object.assign(file, { stage: 'DONE', finishedAt: ctx.clock.now() });
  ctx.record({
    ...{
      type: `bankFile.${goesOn ? 'CHUNK' : 'DONE'}`,
      estateId: file.estateId,
      subjectKind: 'bankFile',
      subjectId: file.id,
    },
    ...{ subjectVersion: file.version, visibility: 'INTERNAL', facts: { lines: lines.length, booked } },
  });
  return { goesOn };
}

/** Money that was recorded by hand is the same where the sum is; another sum under the same number, a person looks at. */
function know(ctx: CommandContext, line: BankLine, { id, amountMinor, estateId, payerId, unitId }: Payment): void {
  const same = amountMinor === line.amountMinor && estateId === line.estateId;
  if (same) settle(ctx, line, { state: 'KNOWN', paymentId: id, payerId, unitId: unitId ?? null });
  else suspend(line, 'OTHER_PAYMENT');
}

function suspend(line: BankLine, suspendedFor: SuspenseReason): void {
  Object.assign(line, { state: 'SUSPENDED', suspendedFor, version: line.version + 1 });
}

function settle(
  ctx: CommandContext,
  line: BankLine,
  said: {
    readonly state: 'BOOKED' | 'KNOWN';
    readonly paymentId: string;
    readonly payerId: string;
    readonly unitId: string | null;
  },
): void {
  Object.assign(line, { ...said, settledBy: null, settledAt: ctx.clock.now(), version: line.version + 1 });
}

async function matched(ctx: CommandContext, estateId: string, lines: readonly BankLine[]): Promise<Found[]> {
  const { directory, learned } = await unitDirectoryOf(ctx, estateId);
  const byWords = new Map(learned.map((each) => [each.reference, each.payerId]));
  const units = lines.map(({ payerReference = null }) =>
    payerReference === null ? ('NONE' as const) : directory.find(payerReference),
  );
  const asked = lines.flatMap(({ bookedDay: day, payerReference }, at) => {
    const unit = units[at] ?? 'NONE';
    if (typeof unit === 'string') return [];
    return [{ at, day, unitId: unit.unitId, learnedId: byWords.get(plainReference(payerReference ?? '')) ?? null }];
  });
  const payers = await payersOfUnits(ctx, asked);
  const payerOfLine = new Map(asked.map(({ at }, i) => [at, payers[i] ?? null]));
  return units.map((unit, at): Found => {
    if (typeof unit === 'string') return unit === 'NONE' ? 'NO_REFERENCE' : `${unit}_REFERENCE`;
    const payerId = payerOfLine.get(at) ?? null;
    return payerId === null ? 'NO_PAYER' : { unitId: unit.unitId, payerId };
  });
}
