import { writeSync } from 'node:fs';

const LIMIT_MS = 1_200_000;

/** Ends a test file that hangs, for instance on a child that was never closed. */
setTimeout(() => {
  writeSync(2, `${process.argv[1]}: stopped after ${LIMIT_MS / 1000} s\n`);
  process.exit(1);
}, LIMIT_MS).unref();
