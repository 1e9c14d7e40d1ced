/** Put in by the build from package.json. */
declare const PROJECT_VERSION: string;

/** The version of the project. */
export const VERSION: string = PROJECT_VERSION;
