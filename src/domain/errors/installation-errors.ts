import { define } from './command-error.ts';

/** Errors of `cscert install` and `cscert uninstall`. */
export const INSTALLATION_ERRORS = {
  InstallationRefused: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ResourceExists',
    message: ({ path, reason }) => `"${path}" is in the way of the installation: ${reason}. Nothing was changed.`,
    advice: () => 'Move it away if it is not needed, and repeat the command.',
  }),
  InstallationFailed: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ path, reason }) => `"${path}" cannot be put in place or taken away: ${reason}.`,
    advice: () => '"cscert uninstall" removes what was made up to there.',
  }),
  InstallationNoteUnreadable: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path, reason }) => `The note of what was installed, "${path}", cannot be read: ${reason}.`,
    advice: () => 'Restore the file from a backup; without it the installed files have to be removed by hand.',
  }),
};
