import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { renderCompatibility } from './render.ts';
import { TABLES } from './tables.ts';

writeFileSync(join(REPOSITORY, 'docs', 'compatibility.md'), renderCompatibility(TABLES));
