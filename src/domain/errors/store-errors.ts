import { define } from './command-error.ts';

export const STORE_ERRORS = {
};
