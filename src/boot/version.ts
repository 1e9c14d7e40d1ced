import manifest from '../../package.json' with { type: 'json' };

/** The version of the project. */
export const VERSION: string = manifest.version;
