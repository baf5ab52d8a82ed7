import type { Command } from 'commander';
import { changedUnderVersion, metricCatalogue } from '../metrics/metric-catalogue.js';
import { printedFileCommand } from './printed-file.js';
import type { Terminal } from './terminal.js';

/** `guanjia catalogue`: the page of all that is measured; none is written where a formula was changed and its version was not. */
export const catalogueCommand = (terminal: Terminal): Command =>
  printedFileCommand(terminal, {
    name: 'catalogue',
    description: 'Prints all metrics as this program has them; a formula that was changed must have a new version.',
    file: 'docs/metrics.md',
    print: metricCatalogue,
    assertFollows: (written) => {
      const changed = changedUnderVersion(written);
      if (changed.length > 0)
        throw new Error(`Raise the version of ${changed.join(', ')}: the formula is another one.`);
    },
  });
