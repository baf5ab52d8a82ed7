import { Migration } from '@mikro-orm/migrations';

/**
 * An epoch that only counts up is the same after each restore of one backup: a cursor of what the second restore has lost
 * would be good again. Epochs follow the clock: seconds since 2026, and in any case more than before.
 */
export class Migration20261122080000_epochs_by_clock extends Migration {
  override up(): void {
    this.addSql(advance('greatest(epoch + 1, extract(epoch from now())::bigint - 1767225600)'));
  }

  override down(): void {
    this.addSql(advance('epoch + 1'));
  }
}

const advance = (next: string): string => `
create or replace function advance_epoch_after_restore() returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  here bigint := (select system_identifier from pg_control_system());
  line int := (select timeline_id from pg_control_checkpoint());
  known record;
begin
  insert into cluster_identity (system_identifier, timeline) values (here, line) on conflict (one) do nothing;
  select system_identifier, timeline into known from cluster_identity for update;
  if known.system_identifier = here and known.timeline = line then return false; end if;
  update company_head set epoch = ${next};
  update cluster_identity set system_identifier = here, timeline = line;
  return true;
end $$`;
