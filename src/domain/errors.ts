/** The closed set of codes in `extensions.code`; clients switch on it. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'RULE_REFUSED'
  | 'CONFLICT'
  | 'LIMIT_EXCEEDED'
  | 'RESYNC_REQUIRED'
  | 'INTERNAL';

/** What a client may be told beside the code: ids, codes, numbers and instants, never personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The one error of the house: a stable code, a message for developers, and facts that go into `extensions`. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly facts: Facts = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Nobody is signed in, or the token is not good; the same words for every cause. */
export const unauthenticated = (): DomainError => new DomainError('UNAUTHENTICATED', 'Sign in first.');

/** The principal lacks the action; says which. */
export const forbidden = (action: string): DomainError =>
  new DomainError('FORBIDDEN', `This needs the action ${action}.`, { action });

/** The row does not exist for this principal; the same whether it is absent or foreign. */
export const notFound = (what: string): DomainError => new DomainError('NOT_FOUND', `No such ${what}.`, { what });

/** A value has the wrong form. `path` is the field, from the root field's arguments down: `input.subject`. */
export const invalidInput = (path: string, message: string, facts: Facts = {}): DomainError =>
  new DomainError('INVALID_INPUT', `${path}: ${message}`, { ...facts, path });

/** A rule of the domain forbids the step. */
export const ruleRefused = (rule: string, message: string, facts: Facts = {}): DomainError =>
  new DomainError('RULE_REFUSED', message, { ...facts, rule });

/** Somebody was faster; carries the version that stands now. */
export const conflict = (message: string, facts: Facts = {}): DomainError =>
  new DomainError('CONFLICT', message, facts);

/** Too much, too fast; `retryAfter` in seconds where waiting helps. */
export const limitExceeded = (message: string, facts: Facts = {}): DomainError =>
  new DomainError('LIMIT_EXCEEDED', message, facts);

/** The cursor cannot be continued from; query afresh. */
export const resyncRequired = (reason: 'TOO_OLD' | 'AHEAD' | 'OTHER_EPOCH'): DomainError =>
  new DomainError('RESYNC_REQUIRED', 'Query afresh and subscribe after the new cursor.', { reason });
