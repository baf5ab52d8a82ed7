import { runCommand } from '../../services/command/run-command.js';
import { raiseMetricAlerts } from '../../services/metric-alert/raise-metric-alerts.js';
import type { House } from '../../tenancy/house.js';
import { HintedWork } from '../hinted-work.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';

const GATHER_MS = 3_000;

/**
 * Has figures that have changed looked at, a moment after the log of their company has grown. What a node leaves undone, the next
 * look makes up for: rules know how far they have seen.
 */
export const alertWatch = (house: House, report: RhythmReport): HintedWork =>
  new HintedWork(
    GATHER_MS,
    (companyId) => runCommand(house, systemPrincipal(companyId), raiseMetricAlerts, { all: false }),
    report,
  );
