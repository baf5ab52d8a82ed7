import { InputType } from 'type-graphql';
import { ReportInput } from '../ticket/report.input.js';

/** What somebody needs help for. */
@InputType({ description: 'What somebody needs help for at once (报警求助, R-EMG-11).' })
export class CallForHelpInput extends ReportInput {}
