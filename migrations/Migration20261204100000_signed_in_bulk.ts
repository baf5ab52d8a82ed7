import { Migration } from '@mikro-orm/migrations';

/** Why: head office sees what bends figures: orders that a head signed in one go (D-27). Of earlier ones their instants tell. */
export class Migration20261204100000_signed_in_bulk extends Migration {
  override up(): void {
    this.addSql(`alter table "signature" add column "in_bulk" boolean not null default false`);
    this.addSql(
      `create index "signature_company_head_idx" on "signature" ("company_id", "actor_id", "signed_at") where signer = 'DEPARTMENT_HEAD'`,
    );
    this.addSql(`
update signature s set in_bulk = true
 where s.signer = 'DEPARTMENT_HEAD' and s.mode not in ('REFUSED', 'ABSENT') and exists (
   select from signature b
    where b.company_id = s.company_id and b.actor_id = s.actor_id and b.signer = 'DEPARTMENT_HEAD' and b.mode not in ('REFUSED', 'ABSENT')
      and b.subject_id <> s.subject_id and b.signed_at > s.signed_at - interval '60 seconds' and (b.signed_at, b.id) < (s.signed_at, s.id))`);
  }

  override down(): void {
    this.addSql(`drop index "signature_company_head_idx"`);
    this.addSql(`alter table "signature" drop column "in_bulk"`);
  }
}
