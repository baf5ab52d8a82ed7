import { InputType } from 'type-graphql';
import { ReportInput } from '../ticket/report.input.js';

/** What a customer suggests. */
@InputType({ description: 'What a customer suggests (建议, R-REC-09).' })
export class RecordSuggestionInput extends ReportInput {}
