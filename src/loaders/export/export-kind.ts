import type { Cell } from '../../domain/export/csv-cell.js';
import type { Action } from '../../domain/identity/action.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** An estate whose rows are written. */
export interface ExportedEstate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
}

/** Which rows: of things that happen, those from one local day to before another. */
export interface ExportRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A column with its title in English and Chinese. */
export interface ExportColumn<R> {
  readonly title: string;
  readonly titleZh: string;
  readonly cell: (row: R, estate: ExportedEstate, asker: AskerOfExport) => Cell;
}

/** What decides about masks, on the estate that is written. */
export interface AskerOfExport {
  /** Names and telephones whole. A grant opens what is looked at, never what leaves the house. @rule R-ORG-78 */
  readonly unmasked: boolean;
  /** Customers at all. */
  readonly customers: boolean;
}

/** A kind of export: who may, what a row shows, and how the rows of an estate are read page by page. */
export interface ExportKind<R> {
  readonly action: Action;
  readonly columns: readonly ExportColumn<R>[];
  /** Rows behind `last` in the order of the export, at most `size`. */
  readonly page: (
    ctx: RequestContext,
    estate: ExportedEstate,
    of: ExportRange & { readonly last: R | null; readonly size: number },
  ) => Promise<R[]>;
}
