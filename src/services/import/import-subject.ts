import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FileRules } from '../../domain/import/import-mapping.js';
import type { NamedColumn } from '../../domain/import/mapping-parts.js';
import type { RowRejection } from '../../domain/import/reject-reason.js';
import type { RowValues } from '../../domain/import/template.js';
import type { NewEvent } from '../../events/new-event.js';
import type { Touched } from '../../metrics/keep-metrics.js';

/** What became of a row. */
export type Verdict = 'IMPORTED' | 'UPDATED' | 'UNCHANGED' | RowRejection;

/** A row as the mapping reads it. */
export interface Draft {
  /** Its name in the source: the same reference is the same thing for ever. */
  readonly reference: string;
}

/** A draft and whether an earlier row of the file had its reference. */
export interface ChunkRow<D extends Draft> {
  readonly draft: D;
  readonly repeated: boolean;
}

/** Whom a chunk is written for. */
export interface ChunkContext {
  readonly em: SqlEntityManager;
  readonly companyId: string;
  readonly now: Date;
}

/** What was created beside the rows themselves. */
export type Created = Readonly<Record<string, number>>;

/** What became of the rows of a chunk, in their order, what was created for them, and one event an estate. */
export interface ChunkResult {
  readonly verdicts: readonly Verdict[];
  readonly created: Created;
  readonly events: readonly NewEvent[];
  /** Whose metrics it changes; of nobody where nothing is said. */
  readonly measured?: readonly Touched[];
}

/** A kind of import: how rows are read and what is written for them. Everything else is the same for all kinds. */
export interface ImportSubject<D extends Draft> {
  readonly file: FileRules;
  /** Columns that the file must have. */
  readonly columns: readonly NamedColumn[];
  /** What rows may create, so that the summary names it also where nothing was. */
  readonly creates: readonly string[];
  readonly read: (value: RowValues, now: number) => D | RowRejection;
  /** What is worth counting about a row that is taken. */
  readonly notes: (draft: D) => readonly string[];
  /** Writes a chunk inside its transaction; may run again when the transaction must. */
  readonly write: (context: ChunkContext, rows: readonly ChunkRow<D>[]) => Promise<ChunkResult>;
}
