import { Migration } from '@mikro-orm/migrations';

/** Why: customers agree to the price of a repair in the same ways as to that of a service: one list of words for both. */
export class Migration20261126042400_one_consent extends Migration {
  override up(): void {
    this.addSql('alter table "quotation" drop constraint "quotation_mode_check"');
    for (const [before, now] of WORDS) this.addSql(`update quotation set mode = '${now}' where mode = '${before}'`);
    this.addSql(check('quotation', 'mode', MODES));
    this.addSql('alter table "service_request" drop constraint "service_request_consent_mode_check"');
    this.addSql(check('service_request', 'consent_mode', MODES));
  }

  override down(): void {
    this.addSql('alter table "service_request" drop constraint "service_request_consent_mode_check"');
    this.addSql(
      check('service_request', 'consent_mode', ['TELEPHONE', 'FACE_TO_FACE', 'IN_WRITING', 'MESSAGE', 'APP']),
    );
    this.addSql('alter table "quotation" drop constraint "quotation_mode_check"');
    this.addSql(`update quotation set mode = 'BY_WORD' where mode in ('TELEPHONE', 'FACE_TO_FACE', 'MESSAGE')`);
    this.addSql(`update quotation set mode = 'SIGNED' where mode = 'IN_WRITING'`);
    this.addSql(check('quotation', 'mode', ['APP', 'SIGNED', 'BY_WORD']));
  }
}

/** Of the word of a customer it was not kept how it came: nearly always by telephone. */
const WORDS = [
  ['SIGNED', 'IN_WRITING'],
  ['BY_WORD', 'TELEPHONE'],
] as const;
const MODES = ['APP', 'IN_WRITING', 'TELEPHONE', 'FACE_TO_FACE', 'MESSAGE'];

const check = (table: string, column: string, words: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${words.map((word) => `'${word}'`).join(', ')}))`;
