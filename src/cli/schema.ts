import type { Command } from 'commander';
import { buildApiSchema } from '../server/execution/build-api-schema.js';
import { printApiSchema } from '../server/execution/print-api-schema.js';
import { printedFileCommand } from './printed-file.js';
import type { Terminal } from './terminal.js';

/** `guanjia schema`: the API in the schema definition language, with its descriptions. */
export const schemaCommand = (terminal: Terminal): Command =>
  printedFileCommand(terminal, {
    name: 'schema',
    description: 'Prints the API as this program has it.',
    file: 'schema.graphql',
    print: async () => printApiSchema(await buildApiSchema()),
  });
