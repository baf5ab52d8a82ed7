import { IsolationLevel, UniqueConstraintViolationException } from '@mikro-orm/core';
import { conflict, invalidInput } from '../../domain/errors.js';
import { parseLogin } from '../../domain/identity/login.js';
import { newId } from '../../entities/new-id.js';
import { appendEvents } from '../../events/append-events.js';
import { FIGURES_EDITION } from '../../metrics/figures-edition.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import { defaultCategories } from '../category/steps/default-categories.js';
import type { House } from '../../tenancy/house.js';
import { houseVariables } from '../../tenancy/session-variables.js';

/** A company that begins to work with the product. */
interface CreateCompany {
  /** What stands behind `@` in its logins. */
  readonly code: string;
  readonly name: string;
  /** IANA zone, taken by estates that say nothing else. */
  readonly timeZone: string;
}

const NAME_MAX = 200;
const CATEGORIES = 'insert into ticket_category select * from json_populate_recordset(null::ticket_category, ?::json)';

/**
 * Founds a company with its event log and its first categories, for an operator with the database at hand: no principal reaches beyond its own.
 * @throws INVALID_INPUT for a code, name or time zone of another form
 * @throws CONFLICT when the code is taken
 */
export async function createCompany(house: House, input: CreateCompany): Promise<{ companyId: string }> {
  const code = parseLogin(`x@${input.code}`)?.companyCode;
  if (code === undefined || code !== input.code)
    throw invalidInput('code', 'must be 1 to 32 lower-case letters, digits or hyphens');
  const name = input.name.trim();
  if (name.length === 0 || name.length > NAME_MAX || /\p{Cc}/u.test(name))
    throw invalidInput('name', `must be 1 to ${NAME_MAX} characters`);
  if (!isTimeZone(input.timeZone)) throw invalidInput('timeZone', 'must be an IANA time zone, such as Asia/Shanghai');
  const companyId = newId();
  const em = house.orm.em.fork({ session: { variables: houseVariables(companyId) } });
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    await em.execute(
      'insert into company (id, code, name, time_zone, figures, created_at) values (?, ?, ?, ?, ?, now())',
      [companyId, code, name, input.timeZone, FIGURES_EDITION],
    );
    await em.execute('insert into company_directory (code, company_id) values (?, ?)', [code, companyId]);
    await em.execute('insert into company_head (company_id, epoch, seq, last_recorded_at) values (?, 1, 0, now())', [
      companyId,
    ]);
    const [row] = await em.execute<{ ms: string }[]>('select (extract(epoch from now()) * 1000)::bigint::text as ms');
    const now = house.clock?.now() ?? new Date(Number(row?.ms));
    await em.execute(CATEGORIES, [JSON.stringify(defaultCategories(companyId, now.toISOString(), newId))]);
    const created = {
      type: 'company.CREATED',
      estateId: null,
      subjectKind: 'company',
      subjectId: companyId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      actorKind: 'SYSTEM',
      actorId: null,
      occurredAt: now,
      facts: { code },
    } as const;
    await appendEvents(executeOf(em), companyId, [created], null);
    await em.commit();
    return { companyId };
  } catch (error) {
    await em.rollback().catch(() => undefined);
    if (error instanceof UniqueConstraintViolationException) throw conflict(`The company code ${code} is taken.`);
    throw error;
  }
}

function isTimeZone(name: string): boolean {
  try {
    // A zone of the database of zones has a name with an area; offsets and abbreviations are none.
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' &&
      /^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(name)
    );
  } catch {
    return false;
  }
}
