import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from './random.mjs';

const REPORT = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }';
const NOTE = 'mutation ($input: AddTicketNoteInput!) { addTicketNote(input: $input) { ticket { id } } }';
/** How long a command waits for its answer before it is sent again, in milliseconds. */
const PATIENCE_MS = 2_500;
/** Of the commands so many are notes, refused ones, and ones that are sent once more after their answer. */
const SHARE = { note: 0.25, refused: 0.1, again: 0.1 };
const TURN_MS = 20;

/** Who sends commands to whichever node answers, each with its id until it is acknowledged. */
export class Writer {
  /** By command id: {kind, subject, ticketId: what was acknowledged, or null}. */
  commands = new Map();
  /** Answers that nobody should get. */
  unexpected = [];
  #options;

  /** @param options {ports, token, estateIds, random, acknowledged}: `acknowledged` is called at every answer */
  constructor(options) {
    this.#options = options;
  }

  /** Writes until it is stopped, and then until its last command is answered. */
  async write(stopped) {
    while (!stopped()) {
      await this.one();
      await pause(TURN_MS);
    }
  }

  /** Sends one command. */
  async one() {
    const { estateIds, random } = this.#options;
    const commandId = randomUUID();
    const tickets = [...this.commands.values()].filter(({ kind }) => kind === 'report').map(({ ticketId }) => ticketId);
    const lot = random();
    if (lot < SHARE.note && tickets.length > 0) {
      await this.note(oneOf(random, tickets), commandId);
      return;
    }
    const refused = lot > 1 - SHARE.refused;
    await this.#report(commandId, oneOf(random, estateIds), refused ? randomUUID() : undefined);
  }

  /** Reports a repair of a public area. @returns the ticket */
  async report() {
    return this.#report(randomUUID(), this.#options.estateIds[0]);
  }

  /** The subject is the command's id. A unit is one that nobody has: it is refused. */
  async #report(commandId, estateId, unitId) {
    const input = { commandId, estateId, channel: 'PHONE', urgency: 'ORDINARY', subject: commandId, unitId };
    return this.#until(unitId === undefined ? 'report' : 'refused', REPORT, input);
  }

  /** Writes a note on a ticket; the text is the command's id. */
  async note(ticketId, commandId = randomUUID()) {
    await this.#until('note', NOTE, { commandId, ticketId, text: commandId, visibility: 'INTERNAL' });
  }

  async #until(kind, query, input) {
    const { acknowledged, random } = this.#options;
    const command = { kind, ticketId: null };
    this.commands.set(input.commandId, command);
    command.ticketId = await this.#answered(kind, query, input);
    acknowledged();
    if (random() >= SHARE.again) return command.ticketId;
    const again = await this.#answered(kind, query, input);
    if (again !== command.ticketId) this.unexpected.push(`${kind} answered ${command.ticketId}, then ${again}`);
    return command.ticketId;
  }

  /** Sends until it is answered. @returns the ticket, or `refused`; null for an answer that nobody should get */
  async #answered(kind, query, input) {
    for (;;) {
      const answer = await this.#send(query, input).catch(() => null);
      const code = answer?.errors?.[0]?.extensions?.code;
      const ticket = answer?.data?.reportRepair?.repair ?? answer?.data?.addTicketNote?.ticket;
      if (ticket) return ticket.id;
      if (code === 'NOT_FOUND' && kind === 'refused') return 'refused';
      if (answer !== null && code !== 'LIMIT_EXCEEDED') {
        this.unexpected.push(JSON.stringify(answer));
        return null;
      }
      await pause(50);
    }
  }

  async #send(query, input) {
    const { ports, token, random } = this.#options;
    const response = await fetch(`http://127.0.0.1:${oneOf(random, ports())}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { input } }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.json();
  }
}
