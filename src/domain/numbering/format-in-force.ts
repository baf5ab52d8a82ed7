import { DEFAULT_NUMBER_FORMAT } from './number-format.js';
import type { NumberSubject } from './number-subject.js';

/** A format from a day on, of the company or of one estate; null in `format` goes back to what stands above it. */
export interface FormatVersion {
  readonly estateId?: string | null | undefined;
  readonly subject: NumberSubject;
  readonly format?: string | null | undefined;
  /** First local day of whose things the numbers are written so, `YYYY-MM-DD`. */
  readonly fromDay: string;
}

/** Who set the format that is in force: the estate, the company, or the product where neither has. */
export type FormatSource = 'ESTATE' | 'COMPANY' | 'PRODUCT';

/** The format of a subject on an estate and day: the estate's own, else the company's, else the product's. */
export function formatInForce(
  versions: readonly FormatVersion[],
  of: { readonly estateId: string | null; readonly subject: NumberSubject; readonly day: string },
): { readonly format: string; readonly source: FormatSource } {
  const latest = (estateId: string | null): string | null =>
    versions
      .filter((version) => version.subject === of.subject && (version.estateId ?? null) === estateId)
      .filter((version) => version.fromDay <= of.day)
      .reduce<FormatVersion | null>((last, each) => (last && last.fromDay > each.fromDay ? last : each), null)
      ?.format ?? null;
  const own = of.estateId === null ? null : latest(of.estateId);
  if (own !== null) return { format: own, source: 'ESTATE' };
  const company = latest(null);
  if (company !== null) return { format: company, source: 'COMPANY' };
  return { format: DEFAULT_NUMBER_FORMAT, source: 'PRODUCT' };
}
