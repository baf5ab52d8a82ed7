/**
 * The lives of repairs and complaints told a second time, by what has become of the work instead of by stages: what the
 * house's tables are held against. A verb answers whether it is taken; taken, it has changed the model.
 */
export interface LifeModel {
  readonly verbs: readonly string[];
  /** Does a verb; false where it is not to be taken, and nothing has changed. */
  take(verb: string): boolean;
  /** The stage that this comes to; null before there is anything. */
  readonly stage: string | null;
}

type Rules = Readonly<Record<string, { readonly when: () => boolean; readonly then?: () => void }>>;

abstract class Model implements LifeModel {
  protected abstract readonly rules: Rules;
  abstract readonly stage: string | null;

  get verbs(): readonly string[] {
    return Object.keys(this.rules);
  }

  take(verb: string): boolean {
    const rule = this.rules[verb];
    if (!rule?.when()) return false;
    rule.then?.();
    return true;
  }
}

/** A repair: whether Engineering has it, somebody took it on, is there, has done it; what the customer has said to it. */
export class RepairModel extends Model {
  #is = new Set<string>();
  #end: string | null = null;

  readonly #open = (...is: string[]): boolean => this.#end === null && is.every((each) => this.#is.has(each));
  readonly #none = (...is: string[]): boolean => is.every((each) => !this.#is.has(each));
  readonly #now =
    (is: readonly string[], not: readonly string[] = []) =>
    (): void => {
      for (const each of not) this.#is.delete(each);
      for (const each of is) this.#is.add(each);
    };
  readonly #ends = (stage: string) => (): void => void (this.#end = stage);
  readonly #unworked = (): boolean => this.#open('told') && this.#none('there', 'done');

  protected readonly rules: Rules = {
    report: { when: () => this.#none('told') && this.#end === null, then: this.#now(['told']) },
    forward: { when: () => this.#open('told') && this.#none('passed'), then: this.#now(['passed']) },
    accept: { when: () => this.#open('passed') && this.#none('taken', 'done'), then: this.#now(['taken']) },
    refuse: {
      when: () => this.#open('taken') && this.#none('there', 'left', 'done'),
      then: this.#now([], ['taken', 'agreed']),
    },
    handOver: { when: () => this.#open('taken') && this.#none('done') },
    help: { when: () => this.#open('taken') && this.#none('done') },
    schedule: {
      when: () => this.#open('taken') && this.#none('there', 'done'),
      then: this.#now(['agreed'], ['left']),
    },
    start: {
      when: () => this.#open('taken') && this.#none('there', 'done'),
      then: this.#now(['there'], ['agreed', 'left']),
    },
    carryOver: { when: () => this.#open('there'), then: this.#now(['left'], ['there']) },
    complete: { when: () => this.#open('there'), then: this.#now(['done'], ['there']) },
    sign: { when: () => this.#open('done') && this.#none('signed'), then: this.#now(['signed']) },
    return: { when: () => this.#open('signed') && this.#none('back'), then: this.#now(['back']) },
    callBack: { when: () => this.#open('back'), then: this.#now(['called']) },
    close: { when: () => this.#open('back'), then: this.#ends('CLOSED') },
    reopen: { when: () => this.#open('done'), then: this.#now([], ['done', 'signed', 'back', 'called', 'agreed']) },
    cancel: { when: this.#unworked, then: this.#ends('CANCELLED') },
    decline: {
      when: () =>
        this.#open('told') &&
        this.#none('done') &&
        (this.#none('taken') || !this.#none('there') || !this.#none('left')),
      then: this.#ends('DECLINED'),
    },
    quote: { when: () => this.#open('taken') && this.#none('done') },
    answerQuotation: { when: () => this.#open('taken') && this.#none('done') },
    decideResponsibility: { when: () => this.#open('told') && this.#none('signed') },
    passToDeveloper: { when: () => this.#open('passed') && this.#none('there', 'done') },
    recordDeveloperWork: { when: () => this.#open('passed') && this.#none('done') },
    rate: { when: () => this.#open('done') },
    regrade: { when: this.#unworked },
    transfer: { when: this.#unworked, then: this.#now([], ['taken', 'agreed', 'left']) },
  };

  get stage(): string | null {
    const stages = { called: 'CALLED_BACK', back: 'RETURNED', signed: 'SIGNED', done: 'COMPLETED' };
    const before = { there: 'ON_SITE', left: 'CARRIED_OVER', agreed: 'SCHEDULED', taken: 'ACCEPTED' };
    const named = { ...stages, ...before, passed: 'FORWARDED', told: 'REPORTED' };
    return this.#end ?? Object.entries(named).find(([is]) => this.#is.has(is))?.[1] ?? null;
  }
}

/** A complaint: whether a department has it, has put it right and said so; whether the customer was answered and called. */
export class ComplaintModel extends Model {
  #told = false;
  #hand: 'DESK' | 'DEPARTMENT' = 'DESK';
  #done: 'NOTHING' | 'RIGHT' | 'SAID' | 'ANSWERED' | 'CALLED' = 'NOTHING';
  #end: string | null = null;

  readonly #open = (): boolean => this.#told && this.#end === null;
  readonly #is = (...done: string[]): boolean => this.#open() && done.includes(this.#done);
  readonly #anew = (): void => {
    this.#hand = 'DEPARTMENT';
    this.#done = 'NOTHING';
  };

  protected readonly rules: Rules = {
    lodge: { when: () => !this.#told, then: () => void (this.#told = true) },
    assign: { when: () => this.#is('NOTHING', 'RIGHT', 'SAID'), then: this.#anew },
    transfer: { when: () => this.#is('NOTHING'), then: this.#anew },
    handOver: { when: () => this.#is('NOTHING', 'RIGHT', 'SAID') },
    rectify: { when: () => this.#is('NOTHING'), then: () => void (this.#done = 'RIGHT') },
    reportRectification: { when: () => this.#is('RIGHT'), then: () => void (this.#done = 'SAID') },
    reply: { when: () => this.#is('NOTHING', 'RIGHT', 'SAID'), then: () => void (this.#done = 'ANSWERED') },
    callBack: { when: () => this.#is('ANSWERED', 'CALLED'), then: () => void (this.#done = 'CALLED') },
    close: { when: () => this.#is('ANSWERED', 'CALLED'), then: () => void (this.#end = 'CLOSED') },
    decline: { when: () => this.#is('NOTHING'), then: () => void (this.#end = 'EXPLAINED') },
    reopen: { when: () => this.#is('ANSWERED', 'CALLED'), then: this.#anew },
    cancel: { when: () => this.#is('NOTHING', 'RIGHT', 'SAID'), then: () => void (this.#end = 'CANCELLED') },
  };

  get stage(): string | null {
    if (!this.#told) return null;
    const waiting = this.#hand === 'DESK' ? 'RECORDED' : 'WITH_DEPARTMENT';
    const stages = { NOTHING: waiting, RIGHT: 'RECTIFIED', SAID: 'DEPARTMENT_REPORTED', ANSWERED: 'REPLIED' };
    return this.#end ?? { ...stages, CALLED: 'CALLED_BACK' }[this.#done];
  }
}
