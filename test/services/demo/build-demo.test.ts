import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PORTFOLIO, unitsOf } from '../../../src/domain/demo/portfolio.js';
import { parsePolicyValue, type PolicyKey } from '../../../src/domain/policy/policies.js';
import { INSPECTION_STAGES } from '../../../src/domain/inspection/inspection-stage.js';
import { LETTER_STAGES } from '../../../src/domain/liaison-letter/letter-stage.js';
import { ALERT_STAGES } from '../../../src/domain/metric-alert/alert-stage.js';
import { ROLES } from '../../../src/domain/identity/role.js';
import { REPAIR_STAGES } from '../../../src/domain/ticket/repair-stage.js';
import type { TicketKind } from '../../../src/domain/ticket/ticket-kind.js';
import { STAGES_OF_KIND } from '../../../src/domain/ticket/ticket-stage.js';
import { repairContent, type RepairContent } from '../../../src/domain/ticket/repair-content.js';
import { SigningKey } from '../../../src/entities/identity/signing-key.entity.js';
import { ENTITIES } from '../../../src/entities/registry.js';
import { DEMO_PASSWORD } from '../../../src/services/demo/accounts.js';
import { DEMO_PATIENCE } from '../../../src/services/demo/at-leisure.js';
import { METRICS } from '../../../src/domain/metric/metrics.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { MetricJournal } from '../../../src/entities/metric/metric-journal.entity.js';
import { buildDemo, type DemoSize } from '../../../src/services/demo/build-demo.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { originalKey, thumbnailKey } from '../../../src/tenancy/files/file-key.js';
import { contentHash } from '../../../src/tenancy/signing/content-hash.js';
import { findCredentials } from '../../../src/tenancy/identity/credentials.js';
import { verifyPassword } from '../../../src/tenancy/identity/password.js';
import { talliesOf } from '../../support/tallies.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const OPTIONS = { seed: 1, date: '2026-03-02' };

/** What the demo need have no rows of. */
const MAYBE_EMPTY: ReadonlySet<string> = new Set([
  'COMPLAINT_ANSWERED_IN_WRITING',
  'PROMISED_REPLY_KEPT',
  'REPAIR_CHECK_PASSED',
  'REPAIR_DAYS_CHECKED',
  'CASH_HANDED_OVER_IN_TIME',
  'DIRECT_BANKING_FOLLOWED_UP',
  'DEPOSIT_REFUNDED_IN_TIME',
  'DUNNING_VISIT_BY_TEAM',
  'DUNNING_VISIT_IN_HOURS',
  'LETTER_TO_ELIGIBLE',
  'DOCUMENTS_SERVED',
  'DEPOSIT_DEDUCTED',
  'REFUNDS_PAID',
  'DEPOSITS_HELD',
  'DEBTORS_VISITED',
  'DEBTORS_ABROAD_CALLED',
  'SERVICE_PROVEN',
  'PAYMENT_NOTICE_ON_TIME',
  'DUNNING_EFFECT',
  'DUNNING_CURED',
  'RECEIPTS_VOIDED',
]);

describe('the demo portfolio', () => {
  let house: TestHouse;
  let size: DemoSize;

  beforeAll(async () => {
    house = await openTestHouse({ patience: DEMO_PATIENCE });
    size = await buildDemo(house, OPTIONS);
  }, 300_000);
  afterAll(() => house.close());

  const ask = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.superuser.query(text, values)).rows as R[];

  test('has the promised size', () => {
    expect(size.companies).toBe(3);
    expect(size.estates).toBe(30);
    expect(size.units).toBeGreaterThan(5_000);
    expect(size.units).toBeLessThan(7_000);
    expect(size.customers).toBeGreaterThan(6_500);
    expect(size.customers).toBeLessThan(9_500);
    expect(size.tickets).toBeGreaterThan(2_500);
    expect(size.tickets).toBeLessThan(4_000);
  });

  test('M-REC-02, M-REC-04, M-REC-05, M-DSP-03, M-RPR-01, M-RPR-02, M-RPR-03, M-RPR-04, M-RPR-05, M-RPR-06, M-RPR-07, M-RPR-08, M-RPR-11, M-RPR-12, M-RPR-13, M-RPR-14, M-RPR-15, M-RPR-20, M-CMP-01, R-CMP-31, M-CMP-02, M-CMP-04, M-CMP-05, M-CMP-06, M-CMP-07, M-CMP-08, M-CMP-10, M-CMP-12, M-CMP-13, M-CMP-14, M-CMP-15, M-CMP-16, M-CMP-17, M-CMP-20, M-CBK-01, M-CBK-02, M-CBK-03, M-CBK-04, M-RPR-18, M-CMP-19, M-VIS-01, M-VIS-02, M-VIS-03, M-VIS-05, M-VIS-06, M-VIS-07, M-VIS-08, M-VIS-09, M-VIS-10, M-VIS-11, M-VIS-12, M-VIS-13, M-VIS-14, M-SAT-01, M-SAT-02, M-SAT-03, M-SAT-04, M-SAT-05, M-SAT-06, M-CSH-01, M-CSH-02, M-DEP-02, M-RPT-01, R-RPT-21, M-QLT-01 · every figure of every estate, day and month is what the rows say, and nearly all have some', async () => {
    const companies = await ask<{ id: string }>('select id from company');
    for (const { id } of companies) expect(await verifyMetrics(house.pool, id)).toEqual([]);
    const found = await ask<{ metric: string }>(
      'select distinct metric from metric_sum where numerator <> 0 or denominator <> 0',
    );
    const some = new Set(found.map(({ metric }) => metric));
    expect(METRICS.map(({ key }) => key).filter((key) => !some.has(key) && !MAYBE_EMPTY.has(key))).toEqual([]);
  });

  test('the same seed and date give the same rows in every table', async () => {
    const other = await openTestHouse({ patience: DEMO_PATIENCE });
    try {
      await buildDemo(other, OPTIONS);
      const tables = ENTITIES.filter((entity) => entity !== SigningKey && entity !== MetricJournal).map((entity) =>
        entity.name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
      );
      const sums = async (at: TestHouse): Promise<Record<string, string>> => {
        const found: Record<string, string> = {};
        for (const table of tables) {
          const { rows } = await at.database.superuser.query<{ sum: string }>(
            `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from "${table}" t`,
          );
          found[table] = String(rows[0]?.sum);
        }
        return found;
      };
      const here = await sums(house);
      expect(await sums(other)).toEqual(here);
      expect(here['ticket']).toMatch(/^\d{4} /);
    } finally {
      await other.close();
    }
  }, 300_000);

  test('R-FEE-01, R-FEE-11 · two years of fees: billed by run, paid in time for the most part, a tail that is open, cheques that came back, debts given up in part', async () => {
    const [books] = await ask<Record<string, string>>(
      `select (select count(*) from charge) as charges,
              (select count(distinct date_trunc('month', from_day)) from charge) as months,
              (select count(*) from charge c where c.amount_minor <> c.open_minor + c.paid_minor + coalesce((select sum(w.amount_minor)
                  from ledger_entry w where w.company_id = c.company_id and w.charge_id = c.id and w.kind = 'WAIVER'), 0)) as astray,
              (select count(*) from ledger_entry w join ledger_proposal p on (p.company_id, p.id) = (w.company_id, w.proposal_id)
                  join approval a on a.company_id = p.company_id and a.subject_id = p.id and a.state = 'APPROVED'
                where w.kind = 'WAIVER' and w.recorded_at = a.decided_at and a.prepared_by <> w.recorded_by) as waived,
              (select count(*) from ledger_entry where kind = 'WAIVER') - (select count(*) from event where type = 'fee.CHANGED') as changes_untold,
              (select sum(amount_minor) from charge) - (select sum(lines_minor) from (select sum(amount_minor) as lines_minor from bill_run) r) as unbilled,
              (select round(100.0 * sum(paid_minor) / sum(amount_minor)) from charge where due_day < date '2026-03-02') as collected,
              (select count(*) from charge c where c.open_minor = 0
                  and (select max(e.booked_day) from ledger_entry e where e.company_id = c.company_id and e.charge_id = c.id) <= c.due_day) as in_time,
              (select count(*) from charge where due_day < date '2025-09-01' and open_minor > 0) as old_debts,
              (select count(*) from payment where free_minor > 0) as ahead,
              (select count(*) from payment where reversed_at is not null) as returned,
              (select count(*) from event where type = 'fee.RECEIVED') - (select count(*) from payment) as untold`,
    );
    const said = Object.fromEntries(Object.entries(books!).map(([name, value]) => [name, Number(value)]));
    expect(said).toMatchObject({ months: 24, astray: 0, unbilled: 0, untold: 0, changes_untold: 0 });
    expect(said['charges']).toBeGreaterThan(15_000);
    expect(said['collected']).toBeGreaterThan(88);
    expect(said['collected']).toBeLessThan(98);
    expect(said['in_time']! / said['charges']!).toBeGreaterThan(0.6);
    for (const some of ['old_debts', 'ahead', 'returned', 'waived']) expect(said[some]).toBeGreaterThan(3);
  });

  test('one estate is ten times the mean, one records nothing, two companies share names of estates and staff', async () => {
    const sizes = PORTFOLIO.flatMap((company) => company.estates.map(unitsOf));
    const mean = sizes.reduce((sum, n) => sum + n, 0) / sizes.length;
    expect(Math.max(...sizes) / mean).toBeCloseTo(10, 1);
    const silent = await ask<{ company: string; code: string }>(
      `select c.code as company, e.code from estate e join company c on c.id = e.company_id
        where not exists (select 1 from ticket t where t.estate_id = e.id)`,
    );
    expect(silent).toEqual([{ company: 'lotus', code: 'E09' }]);
    const names = async (company: string): Promise<unknown> => [
      await ask(`select e.name from estate e join company c on c.id = e.company_id where c.code = $1 order by e.code`, [
        company,
      ]),
      await ask(
        `select a.login, s.display_name from staff s join account a on a.staff_id = s.id join company c on c.id = s.company_id
          join estate e on e.id = s.estate_id where c.code = $1 and e.code = 'E01' order by a.login`,
        [company],
      ),
    ];
    expect(await names('harbour')).toEqual(await names('cedar'));
    expect(await names('harbour')).not.toEqual(await names('lotus'));
  });

  test('everybody that the contract names can sign in: roles, their second set, residents', async () => {
    const estateRoles = ROLES.filter(
      (role) => !['COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER'].includes(role),
    );
    const logins = [
      ...ROLES.map((role) => role.toLowerCase()),
      ...estateRoles.map((role) => `${role.toLowerCase()}.e02`),
      'resident1',
      'resident2',
      'resident3',
    ];
    const hashes = new Set<string>();
    for (const companyCode of ['harbour', 'cedar', 'lotus'])
      for (const name of logins) {
        const known = await findCredentials(house.pool, { name, companyCode });
        expect([name, companyCode, known?.account?.disabledAt]).toEqual([name, companyCode, null]);
        hashes.add(String(known?.account?.passwordHash));
      }
    expect(hashes.size).toBe(1);
    expect(await verifyPassword(DEMO_PASSWORD, String([...hashes][0]))).toBe(true);
  });

  test('R-RPR-05 · every stage of a repair occurs, and every ticket took the steps of its kind in order, version by version', async () => {
    const stages = await ask<{ kind: TicketKind; stage: string }>('select distinct kind, stage from ticket');
    const of = (kind: TicketKind): string[] => stages.filter((each) => each.kind === kind).map(({ stage }) => stage);
    expect(of('REPAIR').toSorted()).toEqual(REPAIR_STAGES.toSorted());
    for (const kind of ['COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'] as const) {
      expect(STAGES_OF_KIND[kind]).toEqual(expect.arrayContaining(of(kind)));
      expect(of(kind)).not.toEqual([]);
    }
    const wrong = await ask(
      `select t.number from ticket t
        left join lateral (select count(*) as n, max(subject_version) as last, bool_and(rightly) as rightly,
                                  (array_agg(facts ->> 'stage' order by seq desc))[1] as stage
                             from (select e.*, row_number() over (order by seq) = subject_version as rightly
                                     from event e where e.company_id = t.company_id and e.subject_id = t.id
                                      and e.type like case t.kind when 'REPAIR' then 'ticket.REPAIR%' else 'ticket.%' end) s) e on true
       where e.n <> t.version or e.last <> t.version or not e.rightly or e.stage <> t.stage`,
    );
    expect(wrong).toEqual([]);
    const backwards = await ask(
      `select 1 from (select recorded_at, lag(recorded_at) over (partition by company_id order by seq) as before,
                             seq, lag(seq) over (partition by company_id order by seq) as last from event) e
        where recorded_at < before or seq <> last + 1`,
    );
    expect(backwards).toEqual([]);
    expect(await ask(`select 1 from event where occurred_at >= '2026-03-02T00:00:00+08:00'`)).toEqual([]);
    expect(
      await ask(
        'select 1 from company_head h where seq <> (select max(seq) from event e where e.company_id = h.company_id)',
      ),
    ).toEqual([]);
  });

  test('R-CMP-36 · D-06 · complaints of all classes were lodged, answered, called back where they must be, and judged', async () => {
    const classes = await ask<{ complaint_class: string; n: number; called: number; judged: number; words: number }>(
      `select t.complaint_class, count(*)::int as n,
              count(*) filter (where t.stage = 'CLOSED' and c.called_back_at is null)::int as called,
              count(c.substantiated)::int as judged,
              sum((select count(*) from ticket_note n where n.company_id = t.company_id and n.ticket_id = t.id))::int as words
         from ticket t join complaint c on c.company_id = t.company_id and c.ticket_id = t.id
        group by 1 order by 1`,
    );
    expect(classes.map(({ complaint_class: name }) => name)).toEqual(['GENERAL', 'IMPORTANT', 'MAJOR']);
    for (const { n, judged, words } of classes) {
      expect(judged).toBeGreaterThan(n / 2);
      expect(words).toBeGreaterThan(n);
    }
    expect(classes.filter(({ complaint_class: name, called }) => name !== 'GENERAL' && called > 0)).toEqual([]);
  });

  test('R-MET-09 · repairs and complaints of the past have their clocks: most kept, some not, and those that run ring when due', async () => {
    const without = await ask(
      `select number from ticket t where kind in ('REPAIR', 'COMPLAINT')
          and not exists (select 1 from service_clock c where c.company_id = t.company_id and c.ticket_id = t.id)`,
    );
    expect(without).toEqual([]);
    const [sum] = await ask<Record<string, number>>(
      `select count(*) filter (where state = 'MET')::int as met, count(*) filter (where state like 'BREACHED%' or state like '%LATE%')::int as late,
              count(*) filter (where state = 'RUNNING')::int as running,
              count(*) filter (where state = 'RUNNING' and not exists (
                select 1 from timer t where t.company_id = c.company_id and t.kind = 'CLOCK_DUE' and t.subject_id = c.id))::int as mute,
              count(*) filter (where ended_at is null and due_at < '2026-03-02T00:00:00+08:00' and breached_at is null)::int as untold,
              count(*) filter (where not exists (
                select 1 from clock_entry e where e.company_id = c.company_id and e.clock_id = c.id and e.kind = 'START'))::int as unstarted
         from service_clock c`,
    );
    expect(sum).toMatchObject({ mute: 0, untold: 0, unstarted: 0 });
    expect(sum?.['met']).toBeGreaterThan(3 * Number(sum?.['late']));
    expect(sum?.['late']).toBeGreaterThan(100);
    expect(sum?.['running']).toBeGreaterThan(10);
  });

  test('R-RPR-11 · R-RPR-12 · some repairs have photos and signatures that bind what is in them, their bytes lie in the store', async () => {
    const files = await ask<{ companyId: string; id: string; sha256: string; bytes: string; copy: number }>(
      `select company_id as "companyId", id, sha256, bytes, thumbnail_bytes as copy from attachment where state = 'READY'`,
    );
    expect(files).toHaveLength(27);
    for (const { bytes, copy, ...of } of files) {
      const original = await buffer((await house.files.open(originalKey(of)))!);
      expect(createHash('sha256').update(original).digest('hex')).toBe(of.sha256);
      expect(original.length).toBe(Number(bytes));
      expect((await buffer((await house.files.open(thumbnailKey(of)))!)).length).toBe(copy);
    }
    const signatures = await ask<RepairContent & { mode: string; signer: string; hash: string; ofTheSubject: boolean }>(
      `select s.mode, s.signer, s.content_hash as hash, t.number, t.unit_id as "unitId", t.subject, t.description,
              t.assignee_id as "assigneeId", t.visits, t.charge_minor::int as "chargeMinor", t.charge_currency as "chargeCurrency",
              t.reported_at as "reportedAt", t.started_at as "startedAt",
              t.completed_at as "completedAt", coalesce(a.subject_id = t.id, true) as "ofTheSubject"
         from signature s join ticket t on t.company_id = s.company_id and t.id = s.subject_id
         left join attachment a on a.company_id = s.company_id and a.id = s.attachment_id`,
    );
    const modes = signatures.map(({ signer, mode }) => `${signer} ${mode}`);
    expect([...new Set(modes)].toSorted()).toEqual(['CUSTOMER ABSENT', 'CUSTOMER PHONE', 'DEPARTMENT_HEAD ACCOUNT']);
    expect(signatures).toHaveLength(24);
    for (const { hash, ofTheSubject, ...order } of signatures) {
      expect(contentHash(repairContent(order))).toBe(hash);
      expect(ofTheSubject).toBe(true);
    }
  });

  test('R-DSP-13 · D-05 · some repairs are quoted a price, agreed to before the work goes on; some lie with the developer', async () => {
    const [found] = await ask<Record<string, number>>(
      `select (select count(*)::int from quotation where state = 'ACCEPTED') as agreed,
              (select count(*)::int from quotation where mode = 'APP' and answered_kind = 'RESIDENT') as "inTheApp",
              (select count(*)::int from quotation q join ticket t on t.company_id = q.company_id and t.id = q.ticket_id
                where q.total_minor <> (select sum(amount_minor) from quotation_line l
                                         where l.company_id = q.company_id and l.quotation_id = q.id)
                   or q.state = 'ACCEPTED' and q.total_minor is distinct from t.charge_minor
                   or q.answered_at > t.completed_at) as wrong,
              (select count(*)::int from repair_part) as parts,
              (select count(*)::int from ticket where responsibility = 'DEVELOPER_WARRANTY') as warranty,
              (select count(*)::int from ticket t
                where t.developer_due_at is not null
                  and not exists (select 1 from obligation o where o.company_id = t.company_id and o.subject_id = t.id
                                     and o.kind = 'DEVELOPER_PART' and o.settled_at is null)) as unowed,
              (select count(*)::int from ticket t join unit u on u.company_id = t.company_id and u.id = t.unit_id
                where t.responsibility = 'DEVELOPER_WARRANTY' and u.delivered_on + 1830 < t.reported_at::date) as expired,
              (select count(*)::int from ticket where stage = 'SCHEDULED') as scheduled,
              (select count(*)::int from repair_visit where outcome = 'PASSED_TO_DEVELOPER') as passed`,
    );
    expect(found).toMatchObject({ wrong: 0, unowed: 0, expired: 0 });
    for (const many of ['agreed', 'inTheApp', 'parts', 'warranty', 'passed', 'scheduled'])
      expect([many, Number(found![many]) > 2]).toEqual([many, true]);
  });

  test('R-REC-08 · R-REC-11 · the log has whom staff took a ticket from, and what the desk answered at once', async () => {
    const [found] = await ask<Record<string, number>>(
      `select (select count(*)::int from ticket t where t.channel <> 'APP' and t.contact_name is not null
                  and not exists (select 1 from contact c where c.company_id = t.company_id and c.ticket_id = t.id)) as unwritten,
              (select count(*)::int from contact c join ticket t on t.company_id = c.company_id and t.id = c.ticket_id
                where c.received_at <> t.reported_at or (c.stage = 'CLOSED') <> (t.closed_at is not null)) as unlike,
              (select count(*)::int from contact where stage = 'ANSWERED' and ticket_id is null) as answered,
              (select count(distinct channel)::int from contact) as channels`,
    );
    expect(found).toEqual({ unwritten: 0, unlike: 0, answered: expect.any(Number), channels: expect.any(Number) });
    expect(found!['answered']).toBeGreaterThan(500);
    expect(found!['channels']).toBeGreaterThan(2);
  });

  test('R-VIS-05 · R-VIS-09 · R-VIS-17 · R-VIS-19 · three months of visits were drawn as the product draws, made, left lying, handed in, read and summed up', async () => {
    const stages = await ask<{ stage: string; n: number }>(
      `select stage, count(*)::int as n from owner_visit group by 1 order by 1`,
    );
    const count = Object.fromEntries(stages.map(({ stage, n }) => [stage, n]));
    for (const stage of ['SAMPLED', 'APPOINTED', 'RECORDED', 'SUBMITTED', 'REVIEWED'])
      expect(count[stage]).toBeGreaterThan(0);
    const months = await ask<{ months: number; short: number; estates: number }>(
      `select count(*)::int as months, count(distinct estate_id)::int as estates,
              (count(*) filter (where drawn + carried < required and occupied > required * 3))::int as short from visit_month`,
    );
    expect(months).toEqual([{ months: 87, estates: 29, short: 0 }]);
    const wrong = await ask(
      `select v.id from owner_visit v join visit_month m on m.estate_id = v.estate_id and m.month = v.drawn_month
        where v.sampled and not exists (select 1 from unit_state s where s.unit_id = v.unit_id and s.from_day <= m.month and s.state in ('OWNER_OCCUPIED', 'LET'))
       union all
       select v.id from owner_visit v where v.customer_id is not null and v.visited_at is not null
          and not exists (select 1 from occupancy o where o.id = v.occupancy_id and o.customer_id = v.customer_id and o.unit_id = v.unit_id
                             and o.from_day <= (v.visited_at at time zone 'Asia/Shanghai')::date)`,
    );
    expect(wrong).toEqual([]);
    const versions = await ask(
      `select v.id from owner_visit v where v.version <> (select count(*) from event e where e.subject_kind = 'ownerVisit' and e.subject_id = v.id)`,
    );
    expect(versions).toEqual([]);
    const summaries = await ask<{ approved: number; wrong: number }>(
      `select (count(*) filter (where stage = 'APPROVED'))::int as approved,
              (count(*) filter (where visits <> (select count(*) from owner_visit v where v.estate_id = s.estate_id
                 and (v.visited_at at time zone 'Asia/Shanghai')::date >= s.from_day and (v.visited_at at time zone 'Asia/Shanghai')::date < s.from_day + interval '1 month')))::int as wrong
         from visit_summary s where period = 'MONTH'`,
    );
    expect(summaries[0]!.approved).toBeGreaterThan(20);
    expect(summaries[0]!.wrong).toBe(0);
    const owed = await ask<{ kind: string; states: string[] }>(
      `select kind, array_agg(distinct state order by state) as states from obligation
        where kind in ('OWNER_VISIT', 'VISIT_RECORD', 'VISIT_SUMMARY') group by 1 order by 1`,
    );
    expect(owed).toEqual([
      { kind: 'OWNER_VISIT', states: expect.arrayContaining(['FULFILLED', 'FULFILLED_LATE', 'MISSED', 'OPEN']) },
      { kind: 'VISIT_RECORD', states: expect.arrayContaining(['FULFILLED', 'FULFILLED_LATE', 'MISSED']) },
      { kind: 'VISIT_SUMMARY', states: expect.arrayContaining(['FULFILLED', 'OPEN']) },
    ]);
    const complaints = await ask(
      `select 1 from visit_item i join ticket t on t.id = i.ticket_id and t.channel = 'OWNER_VISIT'`,
    );
    expect(complaints.length).toBeGreaterThan(0);
  });

  test('R-CMP-20 · R-ORG-25 · what complaints and summaries showed is put right: raised, planned, overdue, done, opened again, verified by others', async () => {
    const stages = await ask<{ stage: string; n: number; reopened: number }>(
      `select stage, count(*)::int as n, (count(*) filter (where reopenings > 0))::int as reopened from corrective_action group by 1 order by 1`,
    );
    expect(stages.map(({ stage }) => stage)).toEqual(['DONE', 'PLANNED', 'RAISED', 'VERIFIED']);
    expect(stages.reduce((sum, { reopened }) => sum + reopened, 0)).toBeGreaterThan(0);
    const overdue = await ask(`select 1 from obligation where kind = 'CORRECTIVE_ACTION' and state = 'MISSED'`);
    expect(overdue.length).toBeGreaterThan(0);
    const odd = await ask(
      `select a.id from corrective_action a where a.version <> (select count(*) from event e where e.subject_id = a.id)
          or (a.stage in ('DONE', 'VERIFIED')) <> exists (select 1 from corrective_action_report r where r.action_id = a.id and r.attempt = a.reopenings + 1)`,
    );
    expect(odd).toEqual([]);
  });

  test('R-SAT-01, R-SAT-03, R-SAT-05 · every estate has had two rounds of the survey, analysed and published, and a third that is being answered', async () => {
    const rounds = await ask<{ stages: string; published: number; answered: boolean }>(
      `select string_agg(r.stage, ' ' order by r.period_from) as stages, count(s.published_at)::int as published,
              bool_and(s.by_link + s.by_paper > 0) as answered
         from survey_round r join survey_estate s on s.company_id = r.company_id and s.round_id = r.id group by s.company_id, s.estate_id`,
    );
    expect(rounds.length).toBeGreaterThan(1);
    for (const estate of rounds)
      expect(estate).toEqual({ stages: 'ANALYSED ANALYSED ISSUED', published: 2, answered: true });
    const odd = await ask(
      `select r.id from survey_result r
        where r.scope = 'ESTATE' and r.question <> 'OVERALL'
          and r.very_satisfied + r.satisfied + r.neutral + r.dissatisfied + r.very_dissatisfied <>
              (select count(*) from survey_answer a where a.company_id = r.company_id and a.round_id = r.round_id and a.estate_id = r.estate_id
                  and a.question = r.question and a.counts and a.level is not null and a.mode <> 'TELEPHONE')`,
    );
    expect(odd).toEqual([]);
    const early = await ask(
      `select 1 from survey_result x join survey_round r on r.company_id = x.company_id and r.id = x.round_id where r.stage <> 'ANALYSED'`,
    );
    expect(early).toEqual([]);
    expect((await talliesOf(house.database.superuser)).odd).toBe(0);
  });

  test('R-ESC-01, R-ESC-04, R-ESC-05, R-RPT-21, D-27 · head office oversees: letters, inspections, reports and alerts stand in every stage, each told step by step', async () => {
    const stages = async (table: string): Promise<string[]> =>
      (await ask<{ stage: string }>(`select distinct stage from ${table} order by 1`)).map(({ stage }) => stage);
    expect(await stages('liaison_letter')).toEqual(LETTER_STAGES.toSorted());
    expect(await stages('inspection')).toEqual(INSPECTION_STAGES.toSorted());
    expect(await stages('report')).toEqual(expect.arrayContaining(['APPROVED', 'DRAFT', 'SUBMITTED']));
    expect(await stages('metric_alert')).toEqual(ALERT_STAGES.toSorted());
    for (const table of ['liaison_letter', 'report', 'metric_alert', 'metric_alert_rule'])
      expect([
        table,
        await ask(
          `select t.id from ${table} t where t.version <> (select count(*) from event e where e.company_id = t.company_id and e.subject_id = t.id)`,
        ),
      ]).toEqual([table, []]);
    const [wrong] = await ask<Record<string, number>>(
      `select (select count(*)::int from inspection i
                join lateral (select count(x.outcome) as checked, count(*) filter (where x.outcome in ('TRUE_TO_RECORD', 'PASSED')) as passed
                                from inspection_item x where x.inspection_id = i.id) x on true
                where i.is_open and (i.checked, i.passed) <> (x.checked, x.passed)) as figures,
              (select count(*)::int from inspection_finding f
                where not exists (select 1 from corrective_action a where a.source_id = f.id and a.raised_at = f.found_at)) as lying,
              (select count(*)::int from liaison_letter l where (l.stage in ('SENT', 'PASSED')) <> exists (
                select 1 from obligation o where o.subject_id = l.id and o.kind = 'LIAISON_ANSWER' and o.state in ('OPEN', 'MISSED'))) as unowed,
              (select count(*)::int from report r where r.figures = '[]' or r.submitted_by_id = any(
                select k.decided_by_id from report_round k where k.report_id = r.id)) as reports,
              (select count(*)::int from report r cross join jsonb_array_elements(r.figures) f
                where f ->> 'metric' in ('REPAIRS_REPORTED', 'COMPLAINTS_RECEIVED') and (f ->> 'numerator')::int <> (
                  select coalesce(sum(s.numerator), 0) from metric_sum s
                   where s.company_id = r.company_id and s.estate_id = r.estate_id and s.metric = f ->> 'metric' and s.grain = 'DAY'
                     and s.part = 'COUNTED' and s.start_day >= r.from_day and s.start_day < r.until_day)) as drawn,
              (select count(*)::int from metric_alert a where a.numerator is distinct from (
                select sum(s.numerator) from metric_sum s
                 where s.company_id = a.company_id and s.estate_id = a.estate_id and s.metric = a.metric and s.grain = 'DAY'
                   and s.part = 'COUNTED' and s.reason = '' and s.start_day >= a.period_from and s.start_day < a.period_to)) as alerts`,
    );
    expect(wrong).toEqual({ figures: 0, lying: 0, unowed: 0, reports: 0, drawn: 0, alerts: 0 });
    const [some] = await ask<Record<string, number>>(
      `select (select count(*)::int from inspection_finding) as findings, (select count(*)::int from metric_alert) as alerts,
              (select count(*)::int from liaison_answer where disputed_at is not null) as disputed,
              (select count(*)::int from liaison_answer where not in_time) as late,
              (select count(*)::int from obligation where kind = 'REPAIR_ANALYSIS' and state in ('MISSED', 'FULFILLED_LATE')) as overdue,
              (select count(*)::int from report_round where decision = 'RETURNED') as returned`,
    );
    for (const [name, count] of Object.entries(some!)) expect([name, count > 2]).toEqual([name, true]);
    expect(some!['alerts']).toBeLessThan(150);
  });

  test('D-28 · D-30 · units change state in order, and a former owner is a stranger to the next', async () => {
    const [sold] = await ask<{ former: string; next: string }>(
      `select o2.until_day::text as former, o3.from_day::text as next
         from account a2 join occupancy o2 on o2.customer_id = a2.customer_id
         join account a3 on a3.company_id = a2.company_id and a3.login = 'resident3'
         join occupancy o3 on o3.customer_id = a3.customer_id and o3.unit_id = o2.unit_id
         join company c on c.id = a2.company_id
        where a2.login = 'resident2' and c.code = 'harbour'`,
    );
    expect(sold?.former).toBe(sold?.next);
    const states = await ask<{ state: string }>('select distinct state from unit_state');
    expect(states).toHaveLength(4);
    const strangers = await ask(
      `select 1 from ticket t join occupancy o on o.id = t.occupancy_id and o.company_id = t.company_id
        where o.unit_id <> t.unit_id or o.customer_id <> t.customer_id
           or (t.reported_at at time zone 'Asia/Shanghai')::date < o.from_day
           or (t.reported_at at time zone 'Asia/Shanghai')::date >= coalesce(o.until_day, 'infinity')`,
    );
    expect(strangers).toEqual([]);
  });

  test('D-30 · whoever signs in as a resident of today finds repairs of their own', async () => {
    const rows = await ask<{ login: string; tickets: number }>(
      `select a.login || '@' || c.code as login, count(t.id)::int as tickets
         from account a join company c on c.id = a.company_id
         left join occupancy o on o.company_id = a.company_id and o.customer_id = a.customer_id
         left join ticket t on t.company_id = a.company_id and t.occupancy_id = o.id
        where a.kind = 'RESIDENT' and a.login <> 'resident2' group by 1`,
    );
    expect(rows).toHaveLength(24);
    expect(rows.filter((row) => row.tickets === 0)).toEqual([]);
  });

  test('D-08 · Q-16 · R-ORG-68 · each company has days of its own, desk hours, an approved policy, one that waits, and a deputy', async () => {
    const rows = await ask(
      `select c.code,
              (select count(*)::int from calendar_day d where d.company_id = c.id) as days,
              (select array_agg(v.key || ' ' || coalesce(s.display_name = p.display_name, false) order by v.key)
                 from policy_version v join staff s on s.company_id = c.id and s.id = v.set_by
                 left join approval a on a.company_id = c.id and a.id = v.approval_id
                 left join staff p on p.company_id = c.id and p.id = a.prepared_by
                where v.company_id = c.id) as policies,
              (select array_agg(a.state || ' ' || coalesce(a.awaited_action, '') || ' ' || a.version
                                || ' ' || (select count(*) from approval_decision x where x.approval_id = a.id)
                                order by a.state) from approval a where a.company_id = c.id and a.subject_kind = 'POLICY_CHANGE') as approvals,
              (select count(*)::int from deputy d join staff s on s.id = d.staff_id join staff b on b.id = d.absent_id
                where d.company_id = c.id) as deputies
         from company c order by c.code`,
    );
    const each = {
      days: 2,
      policies: ['D-08 false', 'P-18 false'],
      approvals: ['APPROVED  2 2', 'IN_REVIEW policy.review 1 1'],
      deputies: 1,
    };
    expect(rows).toEqual(['cedar', 'harbour', 'lotus'].map((code) => ({ code, ...each })));
    const unread = await ask<{ key: PolicyKey; value: unknown }>('select key, value from policy_version');
    for (const { key, value } of unread) expect(() => parsePolicyValue(key, value)).not.toThrow();
  });

  test('work goes on behind the history: the next report gets the next number and the next event', async () => {
    const known = await findCredentials(house.pool, { name: 'front_desk', companyCode: 'harbour' });
    const principal = await house.principals.find({
      companyId: String(known?.companyId),
      accountId: String(known?.account?.id),
      familyId: null,
    });
    if (!principal) throw new Error('The front desk has no principal.');
    const [before] = await ask<{ seq: string; estateId: string }>(
      `select h.seq, e.id as "estateId" from company_head h join estate e on e.company_id = h.company_id and e.code = 'E01' where h.company_id = $1`,
      [principal.companyId],
    );
    const done = await runCommand(house, principal, reportRepair, {
      estateId: String(before?.estateId),
      channel: 'PATROL',
      urgency: 'ORDINARY',
      subject: '楼道灯不亮',
      occurredAt: new Date('2026-03-02T02:00:00Z'),
    });
    expect(done.seq).toBe(Number(before?.seq) + 1);
    const numbers = await ask<{ number: string }>(
      `select number from ticket where company_id = $1 and estate_id = $2 and number like 'E01-R26-%' order by number desc limit 2`,
      [principal.companyId, before?.estateId],
    );
    const [next, last] = numbers.map((row) => Number(row.number.slice(-5)));
    expect(next).toBe(Number(last) + 1);
  });

  test('it is built once: a company that is there already is refused, an impossible day too', async () => {
    await expect(buildDemo(house, OPTIONS)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(buildDemo(house, { seed: 1, date: '2026-02-30' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
