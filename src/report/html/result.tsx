import type { LogStatus } from '../../domain/command-log/log-status.ts';

type ResultWord = LogStatus | 'Warning' | 'Error';

/** The product's class of each result word (domain facts 3.4). */
const RESULT_CLASSES: Readonly<Record<ResultWord, string>> = {
  Success: 'success-8p-green',
  'Completed with warnings': 'warn-8p-orange',
  Warning: 'warn-8p-orange',
  'Completed with errors': 'alert-8p-red',
  Failed: 'alert-8p-red',
  Error: 'alert-8p-red',
};

/** The fourth column; empty for what only informs. */
export function Result({ word }: { readonly word: ResultWord | undefined }) {
  return (
    <span class="cell result">{word === undefined ? null : <span class={RESULT_CLASSES[word]}>{word}</span>}</span>
  );
}
