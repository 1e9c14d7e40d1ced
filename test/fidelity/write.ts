import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderFidelity } from './render.ts';
import { FIDELITY } from './table.ts';

writeFileSync(resolve(import.meta.dirname, '../../docs/fidelity.md'), renderFidelity(FIDELITY));
