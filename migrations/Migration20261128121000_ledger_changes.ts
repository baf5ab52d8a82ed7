import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: waivers, adjustments, write-offs and refunds stand in the ledger by approval only, and once: such an entry names
 * what was approved. Late fees are charges of their own that name the charge that was paid late.
 */
export class Migration20261128121000_ledger_changes extends Migration {
  override up(): void {
    for (const statement of [...TABLE, ...FOREIGN_KEYS, ...fenceOf('ledger_proposal', 'STAFF'), ...ENTRIES])
      this.addSql(statement);
    this.addSql(addWords('approval', 'subject_kind', SUBJECTS));
    this.addSql(addWords('charge', 'source', ['LATE_PAYMENT']));
  }

  override down(): void {
    this.addSql('alter table "ledger_entry" drop constraint "ledger_entry_by_approval"');
    this.addSql('alter table "ledger_entry" drop column "proposal_id"');
    this.addSql(`delete from approval_decision d using approval a
                  where a.company_id = d.company_id and a.id = d.approval_id and a.subject_kind in (${list(SUBJECTS)})`);
    this.addSql(`delete from approval where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('approval', 'subject_kind', SUBJECTS));
    this.addSql(`update charge set source = 'RAISED' where source = 'LATE_PAYMENT'`);
    this.addSql(removeWords('charge', 'source', ['LATE_PAYMENT']));
    this.addSql('drop table if exists "ledger_proposal"');
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const SUBJECTS = ['FEE_CHANGE', 'FEE_WRITE_OFF', 'FEE_REFUND'];
const BY_APPROVAL = list(['INCREASE', 'REDUCTION', 'WAIVER', 'WRITE_OFF', 'REFUND']);

const TABLE = [
  `create table "ledger_proposal" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "kind" text not null, "charge_id" uuid null, "payment_id" uuid null, "amount_minor" bigint not null, "currency" text not null, "reason" text not null, "proposed_by" uuid not null, "proposed_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "ledger_proposal" add constraint "ledger_proposal_kind_check" check ("kind" in (${BY_APPROVAL}))`,
  `alter table "ledger_proposal" add constraint "ledger_proposal_currency_check" check ("currency" in ('CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'))`,
  `alter table "ledger_proposal" add constraint "ledger_proposal_amount_positive" check (amount_minor > 0)`,
  `alter table "ledger_proposal" add constraint "ledger_proposal_has_side" check ((charge_id is not null) = (kind <> 'REFUND') and (payment_id is not null) = (kind = 'REFUND'))`,
  `create index "ledger_proposal_company_estate_idx" on "ledger_proposal" ("company_id", "estate_id", "id")`,
  `create index "ledger_proposal_company_charge_idx" on "ledger_proposal" ("company_id", "charge_id", "id")`,
  `create index "ledger_proposal_company_payment_idx" on "ledger_proposal" ("company_id", "payment_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('ledger_proposal', 'estate', 'estate_id', 'estate'),
  key('ledger_proposal', 'payer', 'payer_id', 'customer'),
  key('ledger_proposal', 'charge', 'charge_id', 'charge'),
  key('ledger_proposal', 'payment', 'payment_id', 'payment'),
];

const ENTRIES = [
  `revoke update, delete on "ledger_proposal" from guanjia_api`,
  `grant update (reason) on "ledger_proposal" to guanjia_api`,
  `alter table "ledger_entry" add column "proposal_id" uuid null`,
  key('ledger_entry', 'proposal', 'proposal_id', 'ledger_proposal'),
  `alter table "ledger_entry" add constraint "ledger_entry_company_proposal_key" unique ("company_id", "proposal_id")`,
  `alter table "ledger_entry" add constraint "ledger_entry_by_approval" check ((proposal_id is not null) = (kind in (${BY_APPROVAL}) and reverses_id is null))`,
];
