import type { Place } from '../../events/place.js';
import type { Principal } from '../../tenancy/principal.js';
import { rightsOf } from '../../tenancy/rights-of.js';
import { Audience, type Listener } from './audience.js';
import type { AnyFeed, Question, SharedAnswers } from './shared-answers.js';
import { Turns } from './turns.js';

/** The audiences of this node: one for each question, choice of events and class of rights. */
export class Audiences {
  readonly #open = new Map<string, Audience>();
  readonly #turns = new Turns();

  constructor(private readonly shared: SharedAnswers) {}

  /** Seats who waits among those who wait for the same. @returns null where there is no place now */
  join(question: Question, feed: AnyFeed, listener: Listener): Place | null {
    const key = `${question.name} ${nameOf(listener.asker)} ${listener.alike}`;
    return (this.#open.get(key) ?? this.#gather(key, question, feed, listener)).join(listener);
  }

  #gather(key: string, question: Question, feed: AnyFeed, { log, seq }: Listener): Audience {
    const audience = new Audience(
      log,
      seq,
      (asker, pointer, next) => this.shared.shared(question, feed, asker, pointer, next),
      this.#turns,
      () => {
        if (this.#open.get(key) === audience) this.#open.delete(key);
      },
    );
    this.#open.set(key, audience);
    return audience;
  }
}

/** Names of rights, so that they are compared once a principal: a principal never changes. */
const names = new WeakMap<Principal, string>();

/** A resident is an audience of one. Roles are part of it, since what is read for a class of roles is shared by it. */
function nameOf(asker: Principal): string {
  if (asker.kind === 'RESIDENT') return asker.accountId;
  let name = names.get(asker);
  if (name === undefined) {
    const roles = asker.roles.map(
      ({ role, everywhere, estateIds }) => `${role}${String(everywhere)}${[...estateIds].sort().join()}`,
    );
    names.set(asker, (name = `${asker.kind} ${rightsOf(asker)} ${roles.sort().join()}`));
  }
  return name;
}
