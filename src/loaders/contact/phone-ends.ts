import { sql } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { FEWEST_DIGITS, reversedDigits } from '../../domain/people/reversed-digits.js';

/**
 * The condition that a telephone ends with the digits of another, by the column that keeps them from the end.
 * @throws INVALID_INPUT with the path for fewer than four digits
 */
export function phoneEnds(column: `${string}.${string}`, path: string, phone: string) {
  const digits = reversedDigits(phone);
  if (digits.length < FEWEST_DIGITS) throw invalidInput(path, `must have at least ${FEWEST_DIGITS} digits`);
  return sql<boolean>`(${sql.ref(column)} >= ${digits} and ${sql.ref(column)} < ${`${digits}:`})`;
}
