import { invalidInput } from '../../domain/errors.js';
import { Department } from '../../entities/people/department.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface PassLiaisonLetter extends LetterStepInput {
  readonly departmentId: string;
}

/**
 * Passes a letter to a department of the company, or to another one; the window goes on owing the answer, by the same day.
 * Needs `letter.pass` on its estate.
 * @rule R-ESC-04
 * @throws as `takeLetterStep`
 * @throws NOT_FOUND department
 * @throws INVALID_INPUT for a department of an estate
 */
export async function passLiaisonLetter(ctx: CommandContext, input: PassLiaisonLetter): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'pass', 'letter.pass');
  const department = await findRow(ctx, Department, 'department', input.departmentId);
  if (department.estateId != null) throw invalidInput('input.departmentId', 'must be a department of the company');
  Object.assign(letter, { departmentId: department.id, passedAt: ctx.clock.now() });
  return recordLetterEvent(ctx, letter, 'PASSED');
}
