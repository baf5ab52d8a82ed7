import { SETTING } from '../entities/fence.js';
import { idsOf, type Actor } from './principal.js';

/** What the database is told about the asker, for one transaction. */
export type SessionVariables = Readonly<Record<string, string>>;

const array = (ids: readonly string[] | null): string => (ids && ids.length > 0 ? `{${ids.join(',')}}` : '');

/** The fence's settings for a principal; every setting is named, so that nothing of an earlier transaction stands. */
export function sessionVariables(principal: Actor): SessionVariables {
  let variables = known.get(principal);
  if (variables === undefined) {
    variables = variablesOf(principal);
    known.set(principal, variables);
  }
  return variables;
}

/** A crowd has no rows of its own. */
const OF_A_CROWD = { accountId: '', subjectId: '' };

/** A principal never changes: another one takes its place. */
const known = new WeakMap<Actor, SessionVariables>();

function variablesOf(principal: Actor): SessionVariables {
  const resident = principal.kind === 'RESIDENT';
  const { accountId, subjectId } = principal.crowd === undefined ? principal : OF_A_CROWD;
  return {
    [SETTING.company]: principal.companyId,
    [SETTING.audience]: resident ? 'resident' : 'staff',
    [SETTING.principal]: accountId,
    [SETTING.subject]: subjectId,
    [SETTING.house]: principal.kind === 'SYSTEM' ? 'on' : '',
    [SETTING.confidences]: !resident && principal.actions.has('survey.confidence') ? 'on' : '',
    [SETTING.allEstates]: !resident && principal.estates === 'ALL' ? 'on' : '',
    [SETTING.estates]: array(idsOf(principal.estates)),
    [SETTING.units]: array(principal.unitIds),
    [SETTING.occupancies]: array(principal.occupancyIds),
    [SETTING.customer]: resident ? subjectId : '',
  };
}

/** The door's settings: credentials and roles of one company, for signing in and for building a principal. */
export const doorVariables = (companyId: string): SessionVariables => ({
  ...NOBODY,
  [SETTING.company]: companyId,
  [SETTING.audience]: 'door',
});

/** The program itself inside one company, over all its estates: relay, jobs, imports. */
export const houseVariables = (companyId: string): SessionVariables => ({
  ...NOBODY,
  [SETTING.company]: companyId,
  [SETTING.audience]: 'staff',
  [SETTING.allEstates]: 'on',
  [SETTING.house]: 'on',
  [SETTING.confidences]: 'on',
});

/**
 * What sets them for the running transaction, as an expression over `$1`, `$2` …: one column of an answer, however many they are. It comes
 * to 0.
 */
export function settingOf(variables: SessionVariables): { readonly expression: string; readonly values: string[] } {
  const values = Object.entries(variables).flat();
  let expression = expressions.get(values.length);
  if (expression === undefined) {
    const calls = values.flatMap((_, i) => (i % 2 === 0 ? [`set_config($${i + 1}, $${i + 2}, true)`] : []));
    expression = `num_nulls(${calls.join(', ')})`;
    expressions.set(values.length, expression);
  }
  return { expression, values };
}

/** By how many values they take. */
const expressions = new Map<number, string>();

const NOBODY: SessionVariables = Object.fromEntries(Object.values(SETTING).map((name) => [name, '']));
