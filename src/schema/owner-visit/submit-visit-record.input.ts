import { InputType } from 'type-graphql';
import { VisitStepInput } from './visit-step.input.js';

/** A record that is handed in. */
@InputType('SubmitVisitRecordInput', { description: 'The record of a visit that the supervisor gets (R-VIS-17).' })
export class SubmitVisitRecordInput extends VisitStepInput {}
