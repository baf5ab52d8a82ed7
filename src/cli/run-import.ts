import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { invalidInput } from '../domain/errors.js';
import { REJECT_REASONS, type RejectReason } from '../domain/import/reject-reason.js';
import { TIME_FLAGS, type TimeFlag } from '../domain/import/settle-times.js';
import type { ImportCounts } from '../services/import/import-file.js';
import type { House } from '../tenancy/house.js';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.js';
import { companyOf } from './operator.js';
import { RejectsFile } from './rejects-file.js';
import type { Terminal } from './terminal.js';

/** What the command line says. */
export interface ImportOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** The company's code. */
  readonly company: string;
  /** The mapping file. */
  readonly map: string;
  readonly rejects?: string | undefined;
  readonly json?: boolean | undefined;
  /** Rejected rows make the command fail. */
  readonly strict?: boolean | undefined;
}

const STANDARD_INPUT = '-';
const PROGRESS_MS = 1_000;
const EXIT = { done: 0, rejected: 2, interrupted: 130 };

/**
 * Carries an import out and reports it.
 * @returns the exit code: 0 when every row is accounted for, 2 when rows were rejected and `strict` is set, 130 when it
 * was interrupted
 * @throws INVALID_INPUT when file, mapping or header are not what they must be; nothing is written then
 * @throws NOT_FOUND when there is no such company
 */
export async function runImport(
  house: House,
  kind: ImportKind,
  options: ImportOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const ready = IMPORT_KINDS[kind].ready(await jsonOf(options.map));
  const companyId = await companyOf(house, options.company);
  await assertReadable(options.file);
  const rejects = await RejectsFile.open(rejectsPath(options), ready.file.delimiter);
  const started = performance.now();
  let told = started;
  let complete = false;
  try {
    const counts = await ready.begin(house, {
      companyId,
      input: options.file === STANDARD_INPUT ? terminal.input : createReadStream(options.file),
      signal,
      onHeader: (raw) => rejects.header(raw),
      onRejected: (rows) => rejects.append(rows),
      onProgress: (soFar) => {
        if (performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        terminal.err(progressOf(soFar, (told - started) / 1000));
      },
    });
    complete = !counts.interrupted;
    const seconds = (performance.now() - started) / 1000;
    const summary = { ...counts, rejectsFile: rejects.written, seconds: Number(seconds.toFixed(2)) };
    terminal.out(options.json ? `${JSON.stringify(summary)}\n` : summaryOf(counts, seconds, rejects.written));
    if (counts.interrupted) return EXIT.interrupted;
    return counts.rejected > 0 && options.strict ? EXIT.rejected : EXIT.done;
  } finally {
    await rejects.close(complete);
  }
}

async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw invalidInput('--map', `cannot be read: ${(error as Error).message}`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw invalidInput('--map', `is no JSON: ${(error as Error).message}`);
  }
}

async function assertReadable(file: string): Promise<void> {
  if (file === STANDARD_INPUT) return;
  const found = await stat(file).catch((error: unknown) => {
    throw invalidInput('FILE', `cannot be read: ${(error as Error).message}`);
  });
  if (found.isDirectory()) throw invalidInput('FILE', 'is a directory');
}

function rejectsPath({ file, rejects, map }: ImportOptions): string {
  const path = resolve(
    rejects ?? `rejected-${file === STANDARD_INPUT ? 'input' : basename(file).replace(/\.[^.]+$/, '')}.csv`,
  );
  if ([resolve(file), resolve(map)].includes(path)) throw invalidInput('--rejects', 'must not be FILE or the mapping');
  return path;
}

const number = (n: number): string => n.toLocaleString('en-US');

const progressOf = (counts: Readonly<ImportCounts>, seconds: number): string =>
  `${number(counts.rows)} rows (${number(Math.round(counts.rows / seconds))} a second): ${verdictsOf(counts)}\n`;

const verdictsOf = ({ imported, updated, unchanged, rejected }: Readonly<ImportCounts>): string =>
  `${number(imported)} imported, ${number(updated)} updated, ${number(unchanged)} unchanged, ${number(rejected)} rejected`;

function summaryOf(counts: ImportCounts, seconds: number, rejects: string | null): string {
  const created = Object.entries(counts.created).map(([kind, count]) => `${number(count)} ${kind}`);
  const listed = <K extends string>(of: Partial<Record<K, number>>, words: Readonly<Record<K, string>>): string[] =>
    (Object.entries(of) as [K, number][])
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => `  ${number(count)} ${code}: ${words[code]}`);
  return [
    `${number(counts.rows)} rows in ${seconds.toFixed(1)} s: ${verdictsOf(counts)}.`,
    `Created: ${created.join(', ')}.`,
    ...(counts.rejected > 0 ? ['Rejected:', ...listed<RejectReason>(counts.reasons, REJECT_REASONS)] : []),
    ...(Object.keys(counts.notes).length > 0
      ? ['Noted about rows that were taken:', ...listed<TimeFlag>(counts.notes, TIME_FLAGS)]
      : []),
    ...(rejects ? [`The rejected rows are in ${rejects}.`] : []),
    ...(counts.interrupted
      ? ['Interrupted. Run the same command again to finish: what is imported stays as it is.']
      : []),
    '',
  ].join('\n');
}
