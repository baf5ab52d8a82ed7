import { NUMBER_SUBJECTS, type NumberSubject } from './number-subject.js';
import type { NumberFormat } from './number-format.js';

/** One place of a number: a character, any digit, or the estate's code; `again` may repeat. */
interface Place {
  readonly is: string;
  readonly again: boolean;
}

const DIGIT = 'digit';
const once = (is: string): Place => ({ is, again: false });
const digits = (count: number): Place[] => Array.from({ length: count }, () => once(DIGIT));

function placesOf(format: NumberFormat, subject: NumberSubject): Place[] {
  return format.flatMap((part): Place[] => {
    if (part.token === 'text') return Array.from(part.text, once);
    if (part.token === 'kind') return Array.from(NUMBER_SUBJECTS[subject], once);
    if (part.token === 'estate') return [once('estate')];
    if (part.token === 'seq') return [...digits(part.width), { is: DIGIT, again: true }];
    return digits(part.token === 'yyyy' ? 4 : 2);
  });
}

const isDigit = ({ is }: Place): boolean => is === DIGIT || /^\d$/.test(is);
const alike = (a: Place, b: Place): boolean =>
  a.is === b.is || (isDigit(a) && isDigit(b) && (a.is === DIGIT || b.is === DIGIT));

/** Whether some text is written by both. */
function meet(a: readonly Place[], b: readonly Place[], i = 0, j = 0): boolean {
  const [x, y] = [a[i], b[j]];
  if (!x && !y) return true;
  if (x?.again && meet(a, b, i + 1, j)) return true;
  if (y?.again && meet(a, b, i, j + 1)) return true;
  if (!x || !y || !alike(x, y) || (x.again && y.again)) return false;
  return meet(a, b, x.again ? i : i + 1, y.again ? j : j + 1);
}

const shapeOf = (format: NumberFormat): string =>
  JSON.stringify(format.map((part) => (part.token === 'seq' ? { token: 'seq' } : part)));

/**
 * Whether two formats of one estate could ever write the same number, for different things. Of one subject, formats that
 * differ in the width of the count alone do not: the count goes on from the one to the other.
 */
export function formatsClash(
  a: { readonly subject: NumberSubject; readonly format: NumberFormat },
  b: { readonly subject: NumberSubject; readonly format: NumberFormat },
): boolean {
  if (a.subject === b.subject && shapeOf(a.format) === shapeOf(b.format)) return false;
  return meet(placesOf(a.format, a.subject), placesOf(b.format, b.subject));
}
