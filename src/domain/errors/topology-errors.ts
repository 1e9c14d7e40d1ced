import { define } from './command-error.ts';

export const TOPOLOGY_ERRORS = {
};
