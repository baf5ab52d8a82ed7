import { isId } from '../id.js';

/** Whose statement a form shows, and over which days. */
export interface StatementSubject {
  readonly payerId: string | null;
  readonly unitId: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly asKnownOn: string | null;
  readonly currency: string;
}

const DAY = /^(\d{4})(\d{2})(\d{2})$/;
const ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The name of a statement in a link, at most 92 characters: ids and days without hyphens, parted by dots. */
export const statementName = (subject: StatementSubject): string =>
  [subject.payerId, subject.unitId, subject.fromDay, subject.untilDay, subject.asKnownOn, subject.currency]
    .map((part) => (part ?? '').replaceAll('-', ''))
    .join('.');

/** The statement of such a name; null where it is none. */
export function statementOfName(name: string): StatementSubject | null {
  const [payer = '', unit = '', from = '', until = '', known = '', currency = '', ...rest] = name.split('.');
  const id = (text: string): string | null => (text === '' ? null : text.replace(ID, '$1-$2-$3-$4-$5'));
  const day = (text: string): string => text.replace(DAY, '$1-$2-$3');
  const [payerId, unitId] = [id(payer), id(unit)];
  const isNamed = [payerId, unitId].every((each) => each === null || isId(each)) && (payerId ?? unitId) !== null;
  const areDays = DAY.test(from) && DAY.test(until) && (known === '' || DAY.test(known));
  if (rest.length > 0 || currency === '' || !isNamed || !areDays) return null;
  const asKnownOn = known === '' ? null : day(known);
  return { payerId, unitId, fromDay: day(from), untilDay: day(until), asKnownOn, currency };
}
