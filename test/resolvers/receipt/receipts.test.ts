import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const RECEIPT = `{ id kind state number stamp buyerTitle taxId spoilReason cancelReason cancelledAt redLetterNumber version
  amount { amount currency } book { id } payment { id } issuedBy { id } cancelledBy { id } estate { code } }`;
const BOOK = `{ id kind firstNumber lastNumber nextNumber unused issued cancelled spoiled drawnAt returnedAt version
  holder { id } drawnFrom { id } returnedTo { id } }`;
const THING: Readonly<Record<string, string>> = {
  drawReceiptBook: `book ${BOOK}`,
  returnReceiptBook: `book ${BOOK}`,
  recordPayment: 'payment { id version }',
  reversePayment: 'payment { id reversedAt }',
};
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('vouchers for money received', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ poolSize: 16 });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const cashier = () => of('CASHIER');
  const accountant = () => of('ACCOUNTANT');
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = THING[verb] ?? `receipt ${RECEIPT}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { receipt, book, payment } = data[verb];
    return receipt ?? book ?? payment;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const pay = (amount = '100', more: object = {}) =>
    done(cashier(), 'recordPayment', {
      ...{ payerId: e01().resident.subjectId, method: 'CASH', amount: yuan(amount), ...more },
    });
  let nextFirst = 1;
  const range = (more: object = {}) => ({
    ...{ estateId: e01().id, kind: 'RECEIPT', prefix: 'SJ', digits: 6, holderId: cashier().subjectId },
    ...{ firstNumber: nextFirst, lastNumber: (nextFirst += 50) - 1, ...more },
  });
  const draw = (more: object = {}) => done(accountant(), 'drawReceiptBook', range(more));
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const bookNow = async (id: string): Promise<any> =>
    (await ask(accountant(), `query ($id: ID!) { receiptBook(id: $id) ${BOOK} }`, { id })).data.receiptBook;

  test('R-CSH-03, R-CSH-04, R-ORG-60 · a voucher says the whole payment on the next sheet, stamped by how the money came', async () => {
    const book = await draw();
    const cash = await pay('123.45');
    const receipt = await done(cashier(), 'issueReceipt', { paymentId: cash.id, bookId: book.id });
    expect(receipt).toMatchObject({
      ...{ kind: 'RECEIPT', state: 'ISSUED', stamp: 'CASH_RECEIVED', number: book.firstNumber, version: 1 },
      ...{ amount: yuan('123.45'), book: { id: book.id }, payment: { id: cash.id }, estate: { code: 'E01' } },
      ...{ issuedBy: { id: cashier().subjectId }, cancelledAt: null },
    });
    const transfer = await pay('9', { method: 'TRANSFER' });
    const next = { paymentId: transfer.id, bookId: book.id, expectedNumber: 'SJ000002' };
    expect(await done(cashier(), 'issueReceipt', next)).toMatchObject({ number: 'SJ000002', stamp: 'BANK_RECEIVED' });
    expect(await refused(cashier(), 'issueReceipt', { paymentId: cash.id, bookId: book.id })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-CSH-03', receiptId: receipt.id },
    });
    expect(await bookNow(book.id)).toMatchObject({ nextNumber: 'SJ000003', unused: 48, issued: 2, version: 3 });
  });

  test('R-CSH-06 · every number has its row: a spoiled sheet is told before the next is written', async () => {
    const book = await draw();
    const [first, second] = [book.firstNumber, `SJ${String(Number(book.firstNumber.slice(2)) + 1).padStart(6, '0')}`];
    const paid = await pay();
    const onPaper = { paymentId: paid.id, bookId: book.id, expectedNumber: second };
    expect(await refused(cashier(), 'issueReceipt', onPaper)).toMatchObject({ rule: 'R-CSH-06', number: first });
    expect(
      await done(cashier(), 'spoilReceipt', { bookId: book.id, expectedNumber: first, reason: 'MISPRINTED' }),
    ).toMatchObject({
      state: 'SPOILED',
      number: first,
      spoilReason: 'MISPRINTED',
      amount: null,
      payment: null,
      stamp: null,
    });
    expect(
      await refused(cashier(), 'spoilReceipt', { bookId: book.id, expectedNumber: first, reason: 'TORN' }),
    ).toMatchObject({ rule: 'R-CSH-06', number: second });
    expect(await done(cashier(), 'issueReceipt', onPaper)).toMatchObject({ number: second });
    expect(await bookNow(book.id)).toMatchObject({ issued: 1, spoiled: 1, cancelled: 0, unused: 48 });
  });

  test('R-CSH-06, R-ORG-62 · numbers are drawn once; what a returned book did not use may be drawn again; a small book is used up', async () => {
    const book = await draw({ prefix: 'A', firstNumber: 1, lastNumber: 2 });
    expect(
      await refused(accountant(), 'drawReceiptBook', range({ prefix: 'A', firstNumber: 2, lastNumber: 9 })),
    ).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-CSH-06' },
    });
    await done(cashier(), 'issueReceipt', { paymentId: (await pay()).id, bookId: book.id });
    const returned = await done(accountant(), 'returnReceiptBook', { bookId: book.id, expectedVersion: 2 });
    expect(returned).toMatchObject({
      nextNumber: null,
      unused: 1,
      version: 3,
      returnedTo: { id: accountant().subjectId },
    });
    expect(await refused(accountant(), 'returnReceiptBook', { bookId: book.id })).toMatchObject({ rule: 'R-CSH-06' });
    const late = await pay();
    expect(await refused(cashier(), 'issueReceipt', { paymentId: late.id, bookId: book.id })).toMatchObject({
      rule: 'R-CSH-06',
    });
    expect(
      await refused(accountant(), 'drawReceiptBook', range({ prefix: 'A', firstNumber: 1, lastNumber: 9 })),
    ).toMatchObject({
      rule: 'R-CSH-06',
    });
    const again = await draw({ prefix: 'A', firstNumber: 2, lastNumber: 2 });
    expect(await done(cashier(), 'issueReceipt', { paymentId: late.id, bookId: again.id })).toMatchObject({
      number: 'A000002',
    });
    expect(await refused(cashier(), 'issueReceipt', { paymentId: (await pay()).id, bookId: again.id })).toMatchObject({
      ...{ rule: 'R-CSH-06', lastNumber: 2 },
    });
    expect(await bookNow(again.id)).toMatchObject({ nextNumber: null, unused: 0 });
  });

  test('R-CSH-06 · numbers that another estate has drawn are out, though nobody here sees its books', async () => {
    const e02 = story.harbour.e02;
    const there = { ...range({ prefix: 'B' }), estateId: e02.id, holderId: of('CASHIER', e02).subjectId };
    await done(of('ACCOUNTANT', e02), 'drawReceiptBook', there);
    const { firstNumber, lastNumber } = there;
    expect(
      await refused(accountant(), 'drawReceiptBook', range({ prefix: 'B', firstNumber, lastNumber })),
    ).toMatchObject({
      rule: 'R-CSH-06',
    });
  });

  test('R-ORG-61, R-CSH-06 · a book is drawn by who collects, from somebody else, and only its holder writes from it', async () => {
    for (const holderId of [accountant().subjectId, of('FRONT_DESK').subjectId])
      expect(await refused(accountant(), 'drawReceiptBook', range({ holderId }))).toMatchObject({ rule: 'R-ORG-61' });
    expect(await refused(cashier(), 'drawReceiptBook', range())).toMatchObject({ code: 'FORBIDDEN' });
    const book = await draw();
    await house.database.superuser.query(`update receipt_book set holder_id = $2 where id = $1`, [
      book.id,
      of('FRONT_DESK').subjectId,
    ]);
    const paid = await pay();
    expect(await refused(cashier(), 'issueReceipt', { paymentId: paid.id, bookId: book.id })).toMatchObject({
      rule: 'R-CSH-06',
    });
    expect(await refused(accountant(), 'issueReceipt', { paymentId: paid.id, bookId: book.id })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('R-CSH-06, R-ORG-68 · a voucher is taken back by who keeps the register, never by who issued it; its number stays used', async () => {
    const book = await draw();
    const paid = await pay();
    const receipt = await done(cashier(), 'issueReceipt', { paymentId: paid.id, bookId: book.id });
    const back = { receiptId: receipt.id, reason: 'EXCHANGED', expectedVersion: 1 };
    expect(await refused(cashier(), 'cancelReceipt', back)).toMatchObject({ code: 'FORBIDDEN' });
    await house.database.superuser.query('update receipt set issued_by_id = $2 where id = $1', [
      receipt.id,
      accountant().subjectId,
    ]);
    expect(await refused(accountant(), 'cancelReceipt', back)).toMatchObject({ rule: 'R-ORG-68' });
    await house.database.superuser.query('update receipt set issued_by_id = $2 where id = $1', [
      receipt.id,
      cashier().subjectId,
    ]);
    expect(await refused(accountant(), 'cancelReceipt', { ...back, expectedVersion: 7 })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await done(accountant(), 'cancelReceipt', back)).toMatchObject({
      ...{ state: 'CANCELLED', cancelReason: 'EXCHANGED', version: 2, cancelledBy: { id: accountant().subjectId } },
    });
    expect(await refused(accountant(), 'cancelReceipt', { ...back, expectedVersion: null })).toMatchObject({
      rule: 'R-CSH-06',
    });
    const invoices = await draw({ kind: 'INVOICE' });
    const invoice = await done(cashier(), 'issueReceipt', {
      ...{ paymentId: paid.id, bookId: invoices.id, buyerTitle: '深圳市某某有限公司', taxId: '91440300708461136T' },
    });
    expect(invoice).toMatchObject({ kind: 'INVOICE', buyerTitle: '深圳市某某有限公司', taxId: '91440300708461136T' });
    const { data } = await ask(cashier(), 'query ($id: ID!) { payment(id: $id) { receipts { number state } } }', {
      id: paid.id,
    });
    expect(data.payment.receipts).toEqual([
      { number: invoice.number, state: 'ISSUED' },
      { number: receipt.number, state: 'CANCELLED' },
    ]);
  });

  test('R-CSH-03 · an e-invoice has its number from outside, once in the company, and a red-letter invoice takes it back', async () => {
    const number = '24312000000012345678';
    const paid = await pay('50', { method: 'WECHAT' });
    const bad = { paymentId: paid.id, number: 'INV-1' };
    expect(await refused(cashier(), 'recordEInvoice', bad)).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.number',
    });
    const invoice = await done(cashier(), 'recordEInvoice', { paymentId: paid.id, number, buyerTitle: '张三' });
    expect(invoice).toMatchObject({ kind: 'E_INVOICE', number, stamp: null, book: null, amount: yuan('50.00') });
    const e02 = story.harbour.e02;
    const there = await done(of('CASHIER', e02), 'recordPayment', {
      ...{ payerId: e02.resident.subjectId, method: 'CASH', amount: yuan('1') },
    });
    expect(await refused(of('CASHIER', e02), 'recordEInvoice', { paymentId: there.id, number })).toMatchObject({
      rule: 'R-CSH-06',
    });
    expect(await refused(accountant(), 'cancelReceipt', { receiptId: invoice.id, reason: 'OTHER' })).toMatchObject({
      rule: 'R-CSH-06',
    });
    const red = { receiptId: invoice.id, reason: 'WRONG_BUYER', redLetterNumber: number };
    expect(await refused(accountant(), 'redLetterInvoice', red)).toMatchObject({ path: 'input.redLetterNumber' });
    const redLetterNumber = '24312000000012345679';
    expect(await done(accountant(), 'redLetterInvoice', { ...red, redLetterNumber })).toMatchObject({
      ...{ state: 'RED_LETTERED', redLetterNumber, cancelReason: 'WRONG_BUYER' },
    });
    expect(await refused(cashier(), 'recordEInvoice', { paymentId: paid.id, number: redLetterNumber })).toMatchObject({
      rule: 'R-CSH-06',
    });
    await done(cashier(), 'recordEInvoice', { paymentId: paid.id, number: '24312000000012345680' });
  });

  test('R-CSH-03 · a payment with a standing voucher is not taken back; none is written for one that was', async () => {
    const book = await draw();
    const paid = await pay();
    const receipt = await done(cashier(), 'issueReceipt', { paymentId: paid.id, bookId: book.id });
    const wrong = { paymentId: paid.id, reason: 'WRONG_AMOUNT' };
    expect(await refused(accountant(), 'reversePayment', wrong)).toMatchObject({
      rule: 'R-CSH-03',
      receiptId: receipt.id,
    });
    await done(accountant(), 'cancelReceipt', { receiptId: receipt.id, reason: 'PAYMENT_REVERSED' });
    await done(accountant(), 'reversePayment', wrong);
    expect(await refused(cashier(), 'issueReceipt', { paymentId: paid.id, bookId: book.id })).toMatchObject({
      rule: 'R-CSH-03',
    });
  });

  test('R-CSH-06 · twenty at once from one book: no number twice, none left out, and one voucher a payment', async () => {
    const book = await draw();
    const payments = [];
    for (let i = 0; i < 10; i += 1) payments.push(await pay(String(i + 1)));
    const answers = await Promise.all(
      [...payments, ...payments].map(({ id }) =>
        say(cashier(), 'issueReceipt', { paymentId: id, bookId: book.id, commandId: randomUUID() }),
      ),
    );
    const written = answers.flatMap(({ data }) => (data?.issueReceipt ? [data.issueReceipt.receipt] : []));
    expect(written).toHaveLength(10);
    const first = Number(book.firstNumber.slice(2));
    expect(written.map(({ number }) => Number(number.slice(2)) - first).sort((a, b) => a - b)).toEqual([
      ...Array(10).keys(),
    ]);
    expect(new Set(written.map(({ payment }) => payment.id)).size).toBe(10);
  });

  test('the database takes no number but the next, and no voucher is altered', async () => {
    const book = await draw();
    const paid = await pay();
    const insert = (numberInBook: number) =>
      house.database.superuser.query(
        `insert into receipt (company_id, id, estate_id, kind, state, book_id, number_in_book, number, payment_id, payer_id,
                              amount_minor, currency, stamp, issued_at, issued_by_id, version)
         select company_id, uuidv7(), estate_id, 'RECEIPT', 'ISSUED', $2, $3::bigint, 'X' || ($3::bigint)::text, id, payer_id, amount_minor, currency,
                'CASH_RECEIVED', now(), recorded_by, 1 from payment where id = $1`,
        [paid.id, book.id, numberInBook],
      );
    const first = Number(book.firstNumber.slice(2));
    await expect(insert(first + 1)).rejects.toThrow('not the next of the book');
    await insert(first);
    await expect(insert(first)).rejects.toThrow();
    const { rows } = await house.database.superuser.query<{ column: string }>(
      `select column_name as column from information_schema.column_privileges
        where grantee = 'guanjia_api' and table_name = 'receipt' and privilege_type = 'UPDATE' order by 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual([
      ...['buyer_title', 'cancel_reason', 'cancelled_at', 'cancelled_by_id', 'red_letter_number', 'state', 'version'],
    ]);
  });

  test('R-ORG-70, D-30 · residents see the vouchers of their own payments and no book; who sees no amounts sees none', async () => {
    const book = await draw();
    const paid = await pay('77');
    const receipt = await done(cashier(), 'issueReceipt', { paymentId: paid.id, bookId: book.id });
    const DOCUMENT = `query ($id: ID!) { receipt(id: $id) { number amount { amount } book { id } } receiptBooks { nodes { id } } }`;
    const own = await ask(e01().resident, DOCUMENT, { id: receipt.id });
    expect(own.data.receipt).toEqual({ number: receipt.number, amount: { amount: '77.00' }, book: null });
    expect(own.data.receiptBooks?.nodes ?? []).toEqual([]);
    const neighbour = await ask(story.harbour.e02.resident, DOCUMENT, { id: receipt.id });
    expect(neighbour.refusals).toContain('NOT_FOUND receipt');
    const desk = await ask(of('FRONT_DESK'), DOCUMENT, { id: receipt.id });
    expect(desk.facts[0]).toMatchObject({ code: 'FORBIDDEN' });
    const list = await ask(
      accountant(),
      'query ($filter: ReceiptFilter) { receipts(filter: $filter) { totalCount nodes { number } } receiptBooks(filter: { returned: false }) { nodes { id } } }',
      {
        filter: {
          number: receipt.number,
          kinds: ['RECEIPT'],
          states: ['ISSUED'],
          payerId: e01().resident.subjectId,
          bookId: book.id,
        },
      },
    );
    expect(list.data.receipts).toEqual({ totalCount: 1, nodes: [{ number: receipt.number }] });
    expect(list.data.receiptBooks.nodes).toContainEqual({ id: book.id });
  });
});
