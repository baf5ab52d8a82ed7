import { runCommand } from '../../services/command/run-command.js';
import { renewFigures } from '../../services/metric/renew-figures.js';
import type { House } from '../../tenancy/house.js';
import { FirstSight } from '../first-sight.js';
import type { RhythmReport } from '../rhythm-report.js';
import { systemPrincipal } from '../system-principal.js';

/** Sees to it that figures of every company are what this version of the product says, from the first time that a node hears of it. */
export const figuresKeeper = (house: House, report: RhythmReport): FirstSight =>
  new FirstSight((companyId) => runCommand(house, systemPrincipal(companyId), renewFigures, {}), report);
