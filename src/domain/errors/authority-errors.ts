import { define } from './command-error.ts';

export const AUTHORITY_ERRORS = {
};
