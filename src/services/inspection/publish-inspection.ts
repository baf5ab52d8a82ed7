import { figuresOf } from '../../domain/inspection/inspection-figures.js';
import { wrongWith } from '../../domain/inspection/wrong-with.js';
import { ruleRefused } from '../../domain/errors.js';
import { InspectionFinding } from '../../entities/inspection/inspection-finding.entity.js';
import { InspectionItem } from '../../entities/inspection/inspection-item.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { raiseAction } from '../corrective-action/steps/raise-action.js';
import { addFinding } from './steps/add-finding.js';
import { recordPublished, type InspectionResult } from './steps/record-inspection-event.js';
import { takeInspection, type InspectionStepInput } from './steps/take-inspection.js';

/**
 * Opens an inspection to the estate with all that was looked at: its figures stand from then on, and each finding is put right
 * by a corrective action. What is not true to the record, and every point that failed, is a finding by itself. Needs
 * `inspection.conduct` on its estate.
 * @rule R-ESC-05 @rule D-27 @rule R-ORG-25
 * @throws as `takeInspection`
 * @throws RULE_REFUSED R-ESC-05 while nothing was looked at
 */
export async function publishInspection(ctx: CommandContext, input: InspectionStepInput): Promise<InspectionResult> {
  const inspection = await takeInspection(ctx, input, 'publish');
  const of = { companyId: ctx.companyId, inspectionId: inspection.id };
  const items = await ctx.em.find(InspectionItem, of, { orderBy: { position: 'asc' } });
  const checked = items.map((item) => ({
    ...{ id: item.id, kind: item.kind, calledBack: item.calledBack, outcome: item.outcome ?? null },
    ...{ happened: item.happened ?? null, solved: item.solved ?? null },
    ...{ point: item.point ?? null, note: item.note ?? null },
  }));
  const figures = figuresOf(checked);
  if (figures.checked === 0) throw ruleRefused('R-ESC-05', 'Nothing was looked at.', { sampled: items.length });
  const published = { isOpen: true, publishedAt: ctx.clock.now(), publishedById: ctx.principal.subjectId };
  Object.assign(inspection, figures, published);
  const findings = await ctx.em.find(InspectionFinding, of, { orderBy: { id: 'asc' } });
  const known = new Set(findings.map(({ itemId, category }) => `${itemId}/${category}`));
  for (const item of checked)
    for (const { category, problem } of wrongWith(item))
      if (!known.has(`${item.id}/${category}`))
        findings.push(await addFinding(ctx, inspection, { itemId: item.id, category, problem }));
  for (const row of [...items, ...findings]) row.isOpen = true;
  for (const { id, problem } of findings) {
    const source = { estateId: inspection.estateId, sourceKind: 'INSPECTION_FINDING', sourceId: id } as const;
    raiseAction(ctx, { ...source, kind: 'CORRECTIVE', problem });
  }
  return recordPublished(ctx, inspection, findings.length);
}
