import { define } from './command-error.ts';

export const NAME_ERRORS = {
};
