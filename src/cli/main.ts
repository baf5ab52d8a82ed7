#!/usr/bin/env node
import { runCommandLine } from './command-line.js';

const code = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
// A command that has more to say than done or failed has set its own.
if (code !== 0) process.exitCode = code;
