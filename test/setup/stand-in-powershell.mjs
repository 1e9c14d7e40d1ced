#!/usr/bin/env node
// Stands in for a PowerShell: tells what it was started with, and ends as the first argument asks.
const [wish = '', value = ''] = process.argv.slice(2);
if (wish === '--exit') {
  process.exit(Number(value));
} else if (wish === '--die') {
  process.kill(process.pid, /** @type {NodeJS.Signals} */ (value));
} else if (wish === '--wait') {
  process.on('SIGINT', () => console.log('interrupted'));
  process.on('SIGTERM', () => process.exit(7));
  setInterval(() => {}, 1000);
  console.log('ready');
} else if (wish === '--echo') {
  process.stdin.pipe(process.stdout);
} else {
  const { PSModulePath, CSCERT_NODE, PSHOST_DRIVES, INIT_CWD } = process.env;
  const environment = { PSModulePath, CSCERT_NODE, PSHOST_DRIVES, INIT_CWD };
  console.log(JSON.stringify({ args: process.argv.slice(2), folder: process.cwd(), environment }));
}
