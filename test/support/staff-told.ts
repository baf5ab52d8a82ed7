import { ReactionWorker } from '../../src/jobs/reaction/reaction-worker.js';
import { tellStaffReaction } from '../../src/jobs/notification/tell-staff.reaction.js';
import { rhythmEar } from './rhythm-ear.js';
import type { TestHouse } from './test-house.js';

/** Has staff told of everything that has happened in a company so far, as a running program would a moment later. */
export async function staffAreTold(house: TestHouse, companyId: string): Promise<void> {
  const ear = rhythmEar();
  await new ReactionWorker(house, [tellStaffReaction], ear).follow(companyId);
  if (ear.failures.length > 0 || ear.stumbles.length > 0)
    throw new Error('Staff could not be told.', { cause: ear.stumbles[0] ?? ear.failures });
}
