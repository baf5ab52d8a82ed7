import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/** Why: the matrix of who is told covers complaints, returned and reopened orders, media contacts and approvals. */
export class Migration20261126060000_who_is_told extends Migration {
  override up(): void {
    for (const table of TABLES) this.addSql(addWords(table, 'kind', KINDS));
    this.addSql(addWords('notification', 'subject_kind', ['approval']));
  }

  override down(): void {
    for (const table of [...TABLES].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
    this.addSql(removeWords('notification', 'subject_kind', ['approval']));
  }
}

const TABLES = ['notification', 'message', 'message_template_version'];
const KINDS = [
  'REPAIR_REPORTED',
  'REPAIR_RETURNED',
  'REPAIR_REOPENED',
  'COMPLAINT_TAKEN',
  'COMPLAINT_MAJOR',
  'COMPLAINT_RAISED',
  'COMPLAINT_RECTIFIED',
  'COMPLAINT_REOPENED',
  'CALLBACK_OWED',
  'TICKET_ASSIGNED',
  'CONTACT_FROM_MEDIA',
  'APPROVAL_WAITING',
  'APPROVAL_DECIDED',
];
