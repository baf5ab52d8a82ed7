import { sql, type RawBuilder } from 'kysely';
import type { DebtorReason } from '../../domain/dunning/debtor-reason.js';
import type { DunningEnding, DunningStage, WithdrawalGround } from '../../domain/dunning/dunning-stage.js';
import type { Currency } from '../../domain/money/money.js';

/** A dunning case with how it stands on the estate's present day, by the lines of the ledger. */
export interface CaseStanding {
  readonly id: string;
  readonly estateId: string;
  readonly payerId: string;
  readonly unitId: string | null;
  readonly currency: Currency;
  readonly stage: DunningStage;
  readonly reason: DebtorReason | null;
  readonly openedOn: string;
  readonly openedAt: Date;
  readonly closedOn: string | null;
  readonly closedAt: Date | null;
  readonly ending: DunningEnding | null;
  readonly ground: WithdrawalGround | null;
  readonly version: number;
  readonly today: string;
  /** What is overdue; zero once the case is closed. */
  readonly arrearsMinor: number;
  /** The oldest deadline of it. */
  readonly overdueSince: string | null;
  /** Deadlines of what may be dunned for, apart by commas: overdue, and stopped by nothing. */
  readonly dunnable: string;
  readonly calls: number;
  readonly visits: number;
  /** Visits on which the debtor refused, or nobody was there. @rule Q-13 */
  readonly refusals: number;
  /** The day on which the last lawyer's letter was sent. */
  readonly sentOn: string | null;
  /** The day of the last service on the debtor. */
  readonly servedOn: string | null;
}

/**
 * Whether a hold `d` of a case `c` stops dunning on `today`: a dispute until it is released, a complaint while it is open, a
 * promise to the end of its day, instalments while what was paid since covers those that have come due.
 * @rule D-13
 */
export const holdInForce = (companyId: string, today: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  (d.released_at is null and case d.kind
    when 'DISPUTED' then true
    when 'COMPLAINT' then exists (select 1 from ticket t where t.company_id = ${companyId} and t.id = d.ticket_id
                                     and t.phase not in ('CLOSED', 'CANCELLED'))
    when 'PROMISE' then d.until_day >= ${today}
    else coalesce((select sum(i.amount_minor) from dunning_instalment i
                    where i.company_id = ${companyId} and i.hold_id = d.id and i.due_day < ${today}), 0)
         <= coalesce((select -sum(e.charge_effect_minor) from charge g join ledger_entry e on e.company_id = ${companyId} and e.charge_id = g.id
                    where g.company_id = ${companyId} and g.payer_id = c.payer_id and g.unit_id is not distinct from c.unit_id
                      and g.currency = c.currency and g.due_day < d.from_day and e.recorded_at > d.begun_at), 0)
  end)`;

/** The local day of an instant at the estate `z`. */
export const todayAt = (now: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`(${now} at time zone z.time_zone)::date`;

/** The cases of a company with their standing at an instant, to be narrowed from outside. @rule D-13 */
export function caseStandings(companyId: string, now: RawBuilder<unknown>): RawBuilder<CaseStanding> {
  const today = todayAt(now);
  return sql<CaseStanding>`
    select c.id, c.estate_id as "estateId", c.payer_id as "payerId", c.unit_id as "unitId", c.currency, c.stage, c.reason,
           c.opened_on as "openedOn", c.opened_at as "openedAt", c.closed_on as "closedOn", c.closed_at as "closedAt",
           c.ending, c.ground, c.version, ${today} as today,
           coalesce(a.minor, 0)::bigint as "arrearsMinor", a.since as "overdueSince", coalesce(a.dunnable, '') as dunnable,
           s.calls, s.visits, s.refusals, l.sent as "sentOn", v.served as "servedOn"
      from dunning_case c
      join estate z on z.company_id = c.company_id and z.id = c.estate_id
     cross join lateral (
       select sum(h.open_minor) as minor, min(h.due_day) as since,
              string_agg(distinct h.due_day::text, ',') filter (where not exists (
                select 1 from dunning_hold d where d.company_id = ${companyId} and d.case_id = c.id
                   and (d.charge_id is null or d.charge_id = h.id) and ${holdInForce(companyId, today)})) as dunnable
         from charge h
        where h.company_id = ${companyId} and h.payer_id = c.payer_id and h.unit_id is not distinct from c.unit_id
          and h.currency = c.currency and h.open_minor > 0 and h.due_day < ${today} and c.closed_at is null) a
     cross join lateral (
       select (count(*) filter (where x.kind = 'TELEPHONE'))::int as calls,
              (count(*) filter (where x.kind = 'HOME_VISIT'))::int as visits,
              (count(*) filter (where x.kind = 'HOME_VISIT' and x.outcome in ('REFUSED', 'NOT_REACHED')))::int as refusals
         from dunning_step x where x.company_id = ${companyId} and x.case_id = c.id and x.state = 'DONE') s
     cross join lateral (
       select max(w.sent_on) as sent from lawyer_letter w where w.company_id = ${companyId} and w.case_id = c.id) l
     cross join lateral (
       select max(w.attempted_on) as served from document_service w
         join dunning_case k on k.company_id = w.company_id and k.id = w.case_id
        where k.company_id = ${companyId} and k.payer_id = c.payer_id and k.unit_id is not distinct from c.unit_id
          and w.outcome = 'SERVED') v
     where c.company_id = ${companyId}`;
}

/** Deadlines of what may be dunned for, the oldest first. */
export const dunnableDays = ({ dunnable }: Pick<CaseStanding, 'dunnable'>): string[] =>
  dunnable === '' ? [] : dunnable.split(',').sort();
