import { invalidInput } from '../../../domain/errors.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findAll } from '../../place/steps/find-all.js';

/** The estates that a rule is for, each once; null: all. @throws NOT_FOUND estate @throws INVALID_INPUT for none */
export async function estatesOfRule(
  ctx: CommandContext,
  estateIds: readonly string[] | null,
): Promise<string[] | null> {
  if (estateIds === null) return null;
  if (estateIds.length === 0)
    throw invalidInput('input.estateIds', 'name at least one estate, or leave it out for all');
  return (await findAll(ctx, Estate, 'estate', estateIds)).map(({ id }) => id).sort();
}
