import { ASSIGNMENT_IDIOMS } from './assignments.ts';
import { STORE_IDIOMS } from './certificate-store.ts';
import type { Idiom } from './idiom.ts';
import { IMPORT_IDIOMS } from './imports.ts';
import { REQUEST_IDIOMS } from './requests.ts';

/** Every idiom that the suite runs, in no order that matters. */
export const IDIOMS: readonly Idiom[] = [...REQUEST_IDIOMS, ...ASSIGNMENT_IDIOMS, ...STORE_IDIOMS, ...IMPORT_IDIOMS];
