import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from '../../bench/faults/random.mjs';
import { COMPLAINT_LIFE } from '../../src/domain/complaint/complaint-life.js';
import { REPAIR_LIFE } from '../../src/domain/ticket/repair-life.js';
import { drawVerb, tableOf, type LifeTable } from '../support/life-sequences.js';
import type { StoryEstate } from '../support/story.js';

/** A command as somebody of a post sends it: the verb, what it answers with, and what it says. */
interface Command {
  readonly post: string;
  readonly verb: string;
  readonly thing: string;
  readonly input: object;
}

/** Where and how they work. */
interface Work {
  /** The program's present address. */
  readonly url: () => string;
  /** An access token a post. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly estate: StoryEstate;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A command was taken. */
  readonly taken: (verb: string) => void;
}

type Deeds = Readonly<Record<string, (id: string) => Command>>;

/** Nobody does more to one ticket. */
const LONGEST_LIFE = 14;
/** Between two tries of a command that nobody has answered. */
const AGAIN_MS = 50;
const by = (post: string, verb: string, thing: string, input: object): Command => ({ post, verb, thing, input });
const step =
  (post: string, verb: string, thing: string, more: object = {}) =>
  (id: string) =>
    by(post, verb, thing, { ticketId: id, ...more });

/** The people of an estate, who work at random over HTTP: each command is sent with its id until it is answered. */
export class BusyPeople {
  readonly #home: object;
  readonly #lives: readonly (() => Promise<unknown>)[];
  #stopped: () => boolean = () => false;

  private constructor(
    private readonly work: Work,
    departmentId: string,
  ) {
    const { estate } = work;
    this.#home = { unitId: estate.units[0].id, customerId: estate.resident.subjectId };
    const repair = () => this.#ticket('repair', tableOf(REPAIR_LIFE), REPAIR_DEEDS);
    const complaint = () => this.#ticket('complaint', tableOf(COMPLAINT_LIFE), complaintDeeds(departmentId));
    const [money, visit, call] = [() => this.#money(), () => this.#visit(), () => this.#call()];
    this.#lives = [repair, money, complaint, visit, repair, call, complaint];
  }

  /** With a department that complaints go to. */
  static async of(work: Work): Promise<BusyPeople> {
    const { estate } = work;
    const query = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }';
    const department = {
      estateId: estate.id,
      code: 'ENV',
      name: 'Environment',
      headId: estate.staff['CLEANING_HEAD']!.subjectId,
    };
    const answer = await askAs(work, 'ESTATE_MANAGER', query, { input: department });
    return new BusyPeople(work, (answer.data?.['createDepartment']?.['department'] as Thing).id);
  }

  /** Several of them at once, until it is enough; what nobody has answered by then is left. */
  async keepAtIt(people: number, enough: () => boolean): Promise<void> {
    this.#stopped = enough;
    await Promise.all(
      Array.from({ length: people }, async (_, person) => {
        for (let i = person; !enough(); i += 1) await this.#lives[i % this.#lives.length]!();
      }),
    );
  }

  async #ticket(kind: 'repair' | 'complaint', table: LifeTable, deeds: Deeds): Promise<void> {
    const { estate, random } = this.work;
    const first = { estateId: estate.id, channel: 'PHONE', subject: kind, ...this.#home };
    const birth = kind === 'repair' ? { ...first, urgency: oneOf(random, ['ORDINARY', 'EMERGENCY']) } : first;
    const id = await this.#send(by('FRONT_DESK', kind === 'repair' ? 'reportRepair' : 'lodgeComplaint', kind, birth));
    const verbs = [...Object.keys(deeds), ...(kind === 'repair' ? ['sign'] : [])];
    let stage = table(kind === 'repair' ? 'report' : 'lodge', null);
    for (let steps = 0; id !== null && steps < LONGEST_LIFE && !this.#stopped(); steps += 1) {
      const mode = Math.floor(random() * 6);
      const verb = drawVerb(table, verbs, stage, {
        pick: Math.floor(random() * 1_000),
        mode,
      });
      const done = verb === 'sign' ? await this.#sign(id) : await this.#send(deeds[verb]!(id));
      if (done !== null) stage = table(verb, stage) ?? stage;
      if (ENDS.includes(String(stage))) return;
    }
  }

  /** The customer is out; the head of the department signs what is there. */
  async #sign(ticketId: string): Promise<string | null> {
    const customer = { ticketId, signer: 'CUSTOMER', mode: 'ABSENT', reason: 'out' };
    if ((await this.#send(by('TECHNICIAN', 'signRepair', 'repair', customer))) === null) return null;
    const shown = 'query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { contentHash } } }';
    const { data } = (await this.#ask('ENGINEERING_HEAD', shown, { id: ticketId })) ?? {};
    const head = {
      ticketId,
      signer: 'DEPARTMENT_HEAD',
      mode: 'ACCOUNT',
      contentHash: data?.['ticket']?.['contentHash'],
    };
    return data ? this.#send(by('ENGINEERING_HEAD', 'signRepair', 'repair', head)) : null;
  }

  async #money(): Promise<void> {
    const { estate, random } = this.work;
    const yuan = (least: number, most: number) => ({
      amount: String(least + Math.floor(random() * (most - least))),
      currency: 'CNY',
    });
    const payerId = estate.resident.subjectId;
    const today = new Date().toISOString().slice(0, 10);
    const month = `${today.slice(0, 8)}01`;
    const charge = { fromDay: month, dueDay: oneOf(random, [month, `${today.slice(0, 8)}28`]) };
    const kind = oneOf(random, ['PROPERTY_FEE', 'WATER']);
    await this.#send(
      by('ACCOUNTANT', 'raiseCharge', 'charge', { ...charge, kind, unitId: estate.units[0].id, amount: yuan(50, 300) }),
    );
    const paid = await this.#send(
      by('CASHIER', 'recordPayment', 'payment', { payerId, method: 'CASH', amount: yuan(40, 500), prepaid: true }),
    );
    if (paid !== null && random() < 0.4)
      await this.#send(
        by('ACCOUNTANT', 'reversePayment', 'payment', {
          paymentId: paid,
          reason: oneOf(random, ['OTHER', 'DUPLICATE']),
        }),
      );
  }

  async #visit(): Promise<void> {
    const { random } = this.work;
    const satisfaction = oneOf(random, ['SATISFIED', 'NEUTRAL', 'DISSATISFIED']);
    const how = { mode: oneOf(random, ['HOME', 'TELEPHONE']), signature: 'SIGNED', satisfaction };
    await this.#send(
      by('STEWARD', 'recordVisit', 'visit', { ...this.#home, ...how, quietHoursReason: 'asked for the evening' }),
    );
  }

  async #call(): Promise<void> {
    const { estate, random } = this.work;
    const answer = oneOf(random, [{}, { answer: 'from nine to five' }]);
    const call = {
      estateId: estate.id,
      channel: oneOf(random, ['PHONE', 'VISIT']),
      intent: 'opening hours',
      ...answer,
    };
    await this.#send(by('FRONT_DESK', 'recordContact', 'contact', call));
  }

  /** @returns the id of what it is about; null for a command that was refused, or left */
  async #send({ post, verb, thing, input }: Command): Promise<string | null> {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${thing} { id } } }`;
    const answer = await this.#ask(post, query, { input: { commandId: randomUUID(), ...input } });
    const error = answer?.errors?.[0];
    if (error && !REFUSALS.includes(error.extensions.code)) throw new Error(JSON.stringify({ verb, error }));
    if (!answer || error) return null;
    this.work.taken(verb);
    return (answer.data?.[verb]?.[thing] as Thing).id;
  }

  /** Until it is answered; null where it is left. */
  async #ask(post: string, query: string, variables: object): Promise<Answer | null> {
    while (!this.#stopped()) {
      try {
        return await askAs(this.work, post, query, variables);
      } catch {
        await pause(AGAIN_MS);
      }
    }
    return null;
  }
}

async function askAs({ url, tokens }: Work, post: string, query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(tokens[post])}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

interface Thing {
  readonly id: string;
}
interface Answer {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Verdicts that random work meets. */
const REFUSALS = ['RULE_REFUSED', 'CONFLICT'];
const ENDS = ['CLOSED', 'CANCELLED', 'DECLINED', 'EXPLAINED'];

const SHARED_DEEDS: Deeds = {
  callBack: step('FRONT_DESK', 'recordCallback', 'ticket', {
    ...{ mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' },
    quietHoursReason: 'asked for the evening',
  }),
  close: step('SERVICE_MANAGER', 'closeTicket', 'ticket', { withoutCallback: 'wants none' }),
  reopen: step('FRONT_DESK', 'reopenTicket', 'ticket', { reason: 'again' }),
  cancel: step('FRONT_DESK', 'cancelTicket', 'ticket', { reason: 'taken back' }),
  decline: step('FRONT_DESK', 'declineTicket', 'ticket', { explanation: 'not ours' }),
};

const complaintDeeds = (departmentId: string): Deeds => ({
  assign: step('FRONT_DESK', 'assignTicket', 'ticket', { departmentId }),
  rectify: step('CLEANING_HEAD', 'rectifyComplaint', 'complaint', { measure: 'swept' }),
  reportRectification: step('CLEANING_HEAD', 'reportRectification', 'complaint'),
  reply: step('FRONT_DESK', 'replyToComplaint', 'complaint', { final: true, mode: 'TELEPHONE', text: 'clean again' }),
  ...SHARED_DEEDS,
});

const REPAIR_DEEDS: Deeds = {
  forward: step('FRONT_DESK', 'forwardRepair', 'repair'),
  accept: step('TECHNICIAN', 'acceptRepair', 'repair'),
  refuse: step('TECHNICIAN', 'refuseRepair', 'repair', { reason: 'busy' }),
  start: step('TECHNICIAN', 'startRepair', 'repair'),
  carryOver: step('TECHNICIAN', 'carryOverRepair', 'repair', { outcome: 'PARTS_AWAITED', reason: 'valve' }),
  complete: step('TECHNICIAN', 'completeRepair', 'repair'),
  return: step('TECHNICIAN', 'returnRepair', 'repair'),
  ...SHARED_DEEDS,
};
