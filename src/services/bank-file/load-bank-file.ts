import { createHash } from 'node:crypto';
import { BANK_LINE_FLAWS, type BankLineFlaw, type FiledMethod } from '../../domain/bank-file/bank-line.js';
import {
  columnsOfBankFile,
  mapBankLine,
  readBankMapping,
  type BankMapping,
} from '../../domain/bank-file/bank-mapping.js';
import { invalidInput } from '../../domain/errors.js';
import { assertColumns } from '../../domain/import/assert-columns.js';
import type { NamedColumn } from '../../domain/import/mapping-parts.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { BankFile } from '../../entities/bank-file/bank-file.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { readRows } from '../import/read-rows.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { writeBankLines, type NumberedDraft } from './steps/write-bank-lines.js';

interface LoadBankFile extends CommandInput {
  readonly estateId: string;
  /** The account or contract at the bank, as the company calls it: its numbers are its own. */
  readonly account: string;
  readonly method: FiledMethod;
  readonly content: string;
  /** As a mapping file says it. */
  readonly mapping: unknown;
}

/** More lines than this are several files. */
const MOST_LINES = 20_000;
/** So many of the lines that were not taken are kept by number. */
const MOST_FLAWS = 200;
const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/**
 * Takes the lines of a bank's or channel's file in, each once by the bank's number, whatever file brings it again; the very
 * same file is the same file. They are booked afterwards, line by line. What cannot be read is reported by its number, and
 * the rest is taken. Needs `fee.bank` on the estate.
 * @rule R-FEE-01 @rule R-FEE-11
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for an account that is no code, a file without the columns of the mapping, and one of too many lines
 */
export async function loadBankFile(ctx: CommandContext, input: LoadBankFile): Promise<{ fileId: string }> {
  const { companyId, em } = ctx;
  const { account, method, content } = input;
  const estate = await findRow(ctx, Estate, 'estate', input.estateId, 'lock');
  const estateId = estate.id;
  authorizeOn(ctx.principal, 'fee.bank', estateId);
  if (!ACCOUNT.test(account))
    throw invalidInput('input.account', 'must be a code of at most 40 Latin letters, digits, . _ or -');
  const mapping = readBankMapping(input.mapping, 'input.mapping');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const before = await em.findOne(BankFile, { companyId, estateId, account, sha256 });
  if (before) return { fileId: before.id };
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const { currency } = await policyInForce(ctx, 'D-21', estateId, today);
  const { drafts, flaws, rows } = await readFile(content, mapping, { currency, today });
  const file = em.create(BankFile, {
    ...{
      companyId,
      id: newId(),
      estateId,
      account,
      method,
      currency,
      sha256,
      rows,
      taken: 0,
      repeated: 0,
      bad: 0,
      flaws: [],
    },
    ...{ stage: 'BOOKING', loadedBy: ctx.principal.kind === 'STAFF' ? ctx.principal.subjectId : null },
    ...{ loadedAt: ctx.clock.now(), finishedAt: null, version: 1 },
  });
  await em.flush();
  const written = await writeBankLines(ctx, file, drafts);
  const bad = [...flaws, ...written.contradicting.map((line) => ({ line, flaw: 'DUPLICATE_IN_FILE' as const }))];
  bad.sort((a, b) => a.line - b.line);
  Object.assign(file, {
    ...{ taken: written.taken, bad: bad.length, flaws: bad.slice(0, MOST_FLAWS) },
    repeated: drafts.length - written.taken - written.contradicting.length,
  });
  ctx.record({
    ...{ type: 'bankFile.LOADED', estateId, subjectKind: 'bankFile', subjectId: file.id, subjectVersion: 1 },
    ...{ visibility: 'INTERNAL', facts: { rows, taken: file.taken, repeated: file.repeated, bad: file.bad } },
  });
  await em.flush();
  ctx.enqueue('bank-file', file.id);
  return { fileId: file.id };
}

interface FileRead {
  readonly drafts: readonly NumberedDraft[];
  readonly flaws: readonly { readonly line: number; readonly flaw: BankLineFlaw }[];
  readonly rows: number;
}

async function readFile(
  content: string,
  mapping: BankMapping,
  terms: Parameters<typeof mapBankLine>[2],
): Promise<FileRead> {
  let columns = new Map<string, number>();
  const drafts = new Map<string, NumberedDraft>();
  const flaws: { line: number; flaw: BankLineFlaw }[] = [];
  let rows = 0;
  const onHeader = (header: readonly string[]): void => {
    const named = columnsOfBankFile(mapping).map(([path, column]): NamedColumn => [`input.mapping.${path}`, column]);
    assertColumns(named, header);
    columns = new Map(header.map((name, at) => [name, at]));
  };
  const spoil = (line: number, { code }: RowRejection): void => {
    flaws.push({ line, flaw: BANK_LINE_FLAWS.find((flaw) => flaw === code) ?? 'UNKNOWN_VALUE' });
  };
  for await (const batch of readRows(bytesOf(content), { ...mapping.file, encoding: 'utf-8' }, onHeader))
    for (const { line, content: fields } of batch) {
      rows += 1;
      if (rows > MOST_LINES) throw invalidInput('input.content', `must have at most ${MOST_LINES} lines`);
      const draft =
        fields instanceof RowRejection
          ? fields
          : mapBankLine(mapping, (name) => fields[columns.get(name) ?? -1] ?? '', terms);
      if (draft instanceof RowRejection) spoil(line, draft);
      else {
        const same = drafts.get(draft.bankReference);
        if (!same) drafts.set(draft.bankReference, { ...draft, line });
        else flaws.push({ line, flaw: 'DUPLICATE_IN_FILE' });
      }
    }
  return { drafts: [...drafts.values()], flaws, rows };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a file that is there already, read as one that comes
async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
