import { invalidInput } from '../errors.js';

/** The register of a meter: where it goes back to zero, and how many of what it counts one of its units is. */
export interface Register {
  /** Whole digits that it shows; null where nobody knows, and then it never goes back to zero. */
  readonly digits: number | null;
  /** Transformers of current and the like. */
  readonly factor: number;
  /** What it showed when it was installed, in thousandths. */
  readonly baseMilli: number;
}

/** What a register shows, with how often it has gone back to zero since it was installed. */
export interface Shown {
  readonly valueMilli: number;
  readonly turns: number;
}

/** What one turn of a register counts, in thousandths; null where nobody knows. */
export const turnOf = (digits: number | null): number | null => (digits === null ? null : 10 ** digits * 1000);

/** What a meter has counted since it was installed, in thousandths of a cubic metre or kilowatt-hour. */
export const countedBy = ({ digits, factor, baseMilli }: Register, { valueMilli, turns }: Shown): number =>
  (valueMilli + turns * (turnOf(digits) ?? 0) - baseMilli) * factor;

/** What the register shows when the meter has counted so much since it was installed. */
export function shownAt({ digits, factor, baseMilli }: Register, counted: number): Shown {
  const whole = Math.round(counted / factor) + baseMilli;
  const turn = turnOf(digits);
  const turns = turn === null ? 0 : Math.max(0, Math.floor(whole / turn));
  return { valueMilli: whole - turns * (turn ?? 0), turns };
}

/** @throws INVALID_INPUT with the path when the register has no room for the value */
export function assertShown(path: string, valueMilli: number, digits: number | null): void {
  const turn = turnOf(digits);
  if (turn !== null && valueMilli >= turn) throw invalidInput(path, 'is more than the register can show', { digits });
}
