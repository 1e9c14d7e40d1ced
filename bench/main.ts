import { cpus } from 'node:os';
import { authorityRates } from './authority.ts';
import { type Figure, renderFigures } from './figure.ts';
import { inPowerShell } from './powershell.ts';
import { startUp } from './start-up.ts';
import { storeFigures } from './store.ts';
import { warmRequest } from './warm-request.ts';

/** Every benchmark; `npm run bench -- NAME` runs those whose name contains NAME. */
const BENCHMARKS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  'start-up': startUp,
  powershell: () => inPowerShell(process.env['CSCERT_POWERSHELL'] ?? 'pwsh'),
  'warm-request': warmRequest,
  authority: authorityRates,
  store: storeFigures,
};

const [wanted = ''] = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (!name.includes(wanted)) continue;
  process.stderr.write(`bench: ${name}\n`);
  figures.push(...(await run()));
}
const [processor] = cpus();
process.stdout.write(
  `Node ${process.version}, ${process.platform}-${process.arch}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}\n\n${renderFigures(figures)}\n`,
);
