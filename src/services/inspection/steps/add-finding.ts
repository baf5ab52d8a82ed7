import type { FindingCategory } from '../../../domain/inspection/inspection-kind.js';
import { InspectionFinding } from '../../../entities/inspection/inspection-finding.entity.js';
import type { Inspection } from '../../../entities/inspection/inspection.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';

/** Within which time the same again counts as repeated. */
const YEAR_MS = 366 * 86_400_000;

interface NewFinding {
  readonly itemId: string | null;
  readonly category: FindingCategory;
  readonly problem: string;
}

/** Writes a finding down; repeated where the estate has had one of its category within a year, as published. @rule R-ORG-25 */
export async function addFinding(
  ctx: CommandContext,
  { id: inspectionId, estateId }: Inspection,
  found: NewFinding,
): Promise<InspectionFinding> {
  const { companyId, em } = ctx;
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - YEAR_MS);
  const before = await em.count(InspectionFinding, {
    ...{ companyId, estateId, category: found.category, isOpen: true, foundAt: { $gte: since } },
  });
  return em.create(InspectionFinding, {
    ...{ companyId, id: newId(), estateId, inspectionId, ...found, repeated: before > 0 },
    ...{ foundById: ctx.principal.subjectId, foundAt: now, isOpen: false },
  });
}
