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

const NOBODY: SessionVariables = Object.fromEntries(Object.values(SETTING).map((name) => [name, '']));
