import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository that this file belongs to. */
export const REPOSITORY = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
