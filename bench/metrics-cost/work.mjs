import { randomUUID } from 'node:crypto';

const YUAN = (amount) => ({ amount: String(amount), currency: 'CNY' });

/**
 * The work of one writer on one estate, home by home and without end: a repair from its report to its end, a visit, a charge
 * and its payment. Each step is a command over HTTP; what is yielded is how long it took, in milliseconds.
 * @param ask sends a document with variables in the name of a post
 * @param homes of the estate, {unitId, customerId}, those that nobody else works on
 */
export async function* workOn(ask, estateId, homes) {
  for (let n = 0; ; n += 1) {
    const home = homes[n % homes.length];
    yield* repair(ask, estateId, home);
    yield* command(ask, 'STEWARD', 'recordVisit', 'visit { id }', {
      ...home,
      ...{
        mode: 'TELEPHONE',
        signature: 'SIGNED',
        satisfaction: 'SATISFIED',
        quietHoursReason: 'asked for the evening',
      },
    });
    yield* money(ask, home);
  }
}

async function* repair(ask, estateId, home) {
  const birth = { estateId, channel: 'PHONE', urgency: 'ORDINARY', subject: '厨房水管漏水' };
  const { id: ticketId } = yield* command(ask, 'FRONT_DESK', 'reportRepair', 'repair { id }', { ...birth, ...home });
  const step = (post, verb, more = {}, thing = 'repair { id contentHash }') =>
    command(ask, post, verb, thing, { ticketId, ...more });
  yield* step('FRONT_DESK', 'forwardRepair');
  yield* step('TECHNICIAN', 'acceptRepair');
  yield* step('TECHNICIAN', 'startRepair');
  yield* step('TECHNICIAN', 'completeRepair');
  const absent = { signer: 'CUSTOMER', mode: 'ABSENT', reason: 'out' };
  const { contentHash } = yield* step('TECHNICIAN', 'signRepair', absent);
  yield* step('ENGINEERING_HEAD', 'signRepair', { signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash });
  yield* step('TECHNICIAN', 'returnRepair');
  const reached = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
  const told = { ...reached, quietHoursReason: 'asked for the evening' };
  yield* step('FRONT_DESK', 'recordCallback', told, 'ticket { id }');
  yield* step('SERVICE_MANAGER', 'closeTicket', {}, 'ticket { id }');
}

async function* money(ask, { unitId, customerId }) {
  const today = new Date().toISOString().slice(0, 10);
  const charge = { kind: 'PROPERTY_FEE', fromDay: `${today.slice(0, 8)}01`, dueDay: `${today.slice(0, 8)}28` };
  const amount = YUAN(120);
  yield* command(ask, 'ACCOUNTANT', 'raiseCharge', 'charge { id }', { ...charge, unitId, amount });
  const paid = { payerId: customerId, unitId, method: 'CASH', amount };
  yield* command(ask, 'CASHIER', 'recordPayment', 'payment { id }', paid);
}

/** One command with an id of its own. @returns what it changed */
async function* command(ask, post, verb, thing, input) {
  const type = `${verb[0].toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`;
  const since = performance.now();
  const data = await ask(post, query, { input: { commandId: randomUUID(), ...input } });
  yield performance.now() - since;
  return data[verb][thing.split(' ')[0]];
}
