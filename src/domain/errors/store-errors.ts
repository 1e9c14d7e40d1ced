import { define } from './command-error.ts';

/** Errors about the state folder, the store in it and the keys at rest. */
export const STORE_ERRORS = {
  StateFolderRefused: define<{ readonly path: string; readonly reason: string; readonly cure: string }>({
    exceptionType: 'System.UnauthorizedAccessException',
    category: 'SecurityError',
    message: ({ path, reason }) =>
      `"${path}" is not safe to keep private keys and requests in: ${reason}. Nothing was read or written.`,
    advice: ({ cure }) => cure,
  }),
  StateFolderUnusable: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'ResourceUnavailable',
    message: ({ path, reason }) => `The state folder cannot be used: "${path}": ${reason}.`,
    advice: () => 'Set CSCERT_HOME to a folder that this account can write to.',
  }),
  StoreDamaged: define<{ readonly path: string; readonly detail: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path, detail }) =>
      `The store "${path}" is damaged: ${detail}. It was left as it is; nothing was requested.`,
    advice: () => 'Restore the file from a backup, or move it away to begin with an empty store.',
  }),
  StoreNotRecognised: define<{ readonly path: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path }) => `The database "${path}" was not made by this product. It was left as it is.`,
    advice: () => 'Move the file away, or set CSCERT_HOME to another folder.',
  }),
  StoreNewer: define<{ readonly path: string; readonly found: number; readonly known: number }>({
    exceptionType: 'System.NotSupportedException',
    category: 'InvalidData',
    message: ({ path, found, known }) =>
      `The store "${path}" was made by a newer version of this product (its schema is ${found}, this version knows ${known}). It was left as it is.`,
    advice: () => 'Update this product, or set CSCERT_HOME to another folder.',
  }),
  StoreBusy: define<{ readonly path: string; readonly seconds: number }>({
    exceptionType: 'System.TimeoutException',
    category: 'ResourceUnavailable',
    message: ({ path, seconds }) =>
      `Another process has kept the store "${path}" locked for ${seconds} seconds. This step was not recorded.`,
    advice: () => 'Repeat the command when the other process has ended.',
    retryable: true,
  }),
  StoreFull: define<{ readonly path: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ path }) => `The disk that holds the store "${path}" is full. This step was not recorded.`,
    advice: () => 'Free some space and repeat the command.',
    retryable: true,
  }),
  StoreNotWritable: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ path, reason }) => `The store "${path}" cannot be written: ${reason}. This step was not recorded.`,
    advice: () => 'Make the folder writable for this account, or set CSCERT_HOME to another folder.',
  }),
  StoreFailed: define<{ readonly path: string; readonly detail: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'ResourceUnavailable',
    message: ({ path, detail }) => `The store "${path}" failed: ${detail}. This step was not recorded.`,
  }),
  StoreEngineMissing: define<{ readonly version: string }>({
    exceptionType: 'System.NotSupportedException',
    category: 'NotImplemented',
    message: ({ version }) => `Node.js ${version} has no SQLite built in. Use Node.js 24.15 or later.`,
  }),
  StoreOfOtherComputer: define<{ readonly asked: string; readonly own: string }>({
    exceptionType: 'System.Security.Cryptography.CryptographicException',
    category: 'ConnectionError',
    message: ({ asked, own }) =>
      `The network path was not found: the certificate stores of "${asked}" cannot be reached from here. This computer is "${own}".`,
  }),
  KeyProtectionKeyMissing: define<{ readonly path: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ObjectNotFound',
    message: ({ path }) =>
      `The key-protection key "${path}" is missing, but private keys in the store were encrypted with it. No new one was made.`,
    advice: () => 'Restore the file from a backup; without it these private keys cannot be used.',
  }),
  KeyProtectionKeyWrong: define<{ readonly found: string; readonly needed: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'SecurityError',
    message: ({ found, needed }) =>
      `The private keys in the store are protected with ${needed}; ${found}. Nothing was changed.`,
    advice: () => 'Use the key file or the passphrase that this store was begun with.',
  }),
  PassphraseUnusable: define<{ readonly source: string; readonly reason: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ source, reason }) => `The passphrase of ${source} cannot be used: ${reason}.`,
    advice: () => 'Correct it, or leave it out to use the key file of the state folder.',
  }),
  PrivateKeyUnreadable: define<Record<never, never>>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: () => 'A stored private key cannot be decrypted: its text is damaged.',
    advice: () => 'Restore the store from a backup, or clear the request and make a new one.',
  }),
  LogFileNotWritten: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ path, reason }) => `The log file "${path}" cannot be written: ${reason}.`,
    advice: () => 'Name another place with -Report, or another temporary folder with TMPDIR.',
  }),
};
