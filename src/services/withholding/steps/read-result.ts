import { invalidInput } from '../../../domain/errors.js';
import { assertColumns } from '../../../domain/import/assert-columns.js';
import type { NamedColumn } from '../../../domain/import/mapping-parts.js';
import { RowRejection } from '../../../domain/import/reject-reason.js';
import { RESULT_FLAWS, type ResultFlaw } from '../../../domain/withholding/result-flaw.js';
import {
  columnsOfResult,
  mapResult,
  type ResultDraft,
  type ResultMapping,
} from '../../../domain/withholding/result-mapping.js';
import { readRows } from '../../import/read-rows.js';

/** An answer with its line in the file. */
export type NumberedAnswer = ResultDraft & { readonly line: number };

interface ResultRead {
  readonly answers: readonly NumberedAnswer[];
  readonly flaws: { line: number; flaw: ResultFlaw }[];
  readonly rows: number;
}

/** More lines than this are several files. */
const MOST_LINES = 10_000;

/**
 * Reads a bank's answer: each reference once, and why a line is none.
 * @throws INVALID_INPUT for a file without the columns of the mapping, and one of too many lines
 */
export async function readResult(content: string, mapping: ResultMapping, today: string): Promise<ResultRead> {
  let columns = new Map<string, number>();
  const answers = new Map<string, NumberedAnswer>();
  const flaws: { line: number; flaw: ResultFlaw }[] = [];
  let rows = 0;
  const onHeader = (header: readonly string[]): void => {
    const named = columnsOfResult(mapping).map(([path, column]): NamedColumn => [`input.mapping.${path}`, column]);
    assertColumns(named, header);
    columns = new Map(header.map((name, at) => [name, at]));
  };
  const file = { delimiter: mapping.delimiter, skipLines: mapping.skipLines, encoding: 'utf-8' } as const;
  for await (const batch of readRows(bytesOf(content), { ...file, ...NO_TIMES }, onHeader))
    for (const { line, content: fields } of batch) {
      rows += 1;
      if (rows > MOST_LINES) throw invalidInput('input.content', `must have at most ${MOST_LINES} lines`);
      const answer =
        fields instanceof RowRejection
          ? fields
          : mapResult(mapping, (name) => fields[columns.get(name) ?? -1] ?? '', today);
      if (answer instanceof RowRejection)
        flaws.push({ line, flaw: RESULT_FLAWS.find((flaw) => flaw === answer.code) ?? 'UNKNOWN_VALUE' });
      else if (answers.has(answer.reference)) flaws.push({ line, flaw: 'DUPLICATE_IN_FILE' });
      else answers.set(answer.reference, { ...answer, line });
    }
  return { answers: [...answers.values()], flaws, rows };
}

const NO_TIMES = { timeZone: 'UTC', gap: 'SHIFT', overlap: 'EARLIER' } as const;

// eslint-disable-next-line @typescript-eslint/require-await -- a file that is there already, read as one that comes
async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
