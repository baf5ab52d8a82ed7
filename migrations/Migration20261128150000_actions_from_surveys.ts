import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: what a round of the survey shows is put right like anything else, and somebody owes a look at what was put right.
 */
export class Migration20261128150000_actions_from_surveys extends Migration {
  override up(): void {
    this.addSql(addWords('corrective_action', 'source_kind', SOURCES));
    this.addSql(addWords('obligation', 'kind', ['CORRECTIVE_ACTION_CHECK']));
  }

  override down(): void {
    const ofSurveys = `select 1 from corrective_action a where a.company_id = r.company_id and a.source_kind in ('SURVEY_ROUND', 'SURVEY_ESTATE')`;
    this.addSql(`delete from "obligation" where kind = 'CORRECTIVE_ACTION_CHECK'`);
    this.addSql(`delete from "obligation" r where exists (${ofSurveys} and a.id = r.subject_id)`);
    this.addSql(`delete from "corrective_action_report" r where exists (${ofSurveys} and a.id = r.action_id)`);
    this.addSql(`delete from "corrective_action" where source_kind in ('SURVEY_ROUND', 'SURVEY_ESTATE')`);
    this.addSql(removeWords('obligation', 'kind', ['CORRECTIVE_ACTION_CHECK']));
    this.addSql(removeWords('corrective_action', 'source_kind', SOURCES));
  }
}

const SOURCES = ['SURVEY_ROUND', 'SURVEY_ESTATE'];
