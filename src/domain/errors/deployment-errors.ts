import { define } from './command-error.ts';

export const DEPLOYMENT_ERRORS = {
};
