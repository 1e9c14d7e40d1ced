import type { CompletionQuestion } from '../app/complete.ts';
import { validateCompleteParams } from '../generated/method-validators.js';
import type { Method } from './connection.ts';
import { schemaMethod } from './schema-method.ts';

/** The method `complete`: the values that a prompt may offer for a parameter. */
export function completeMethod(complete: (question: CompletionQuestion) => Promise<readonly string[]>): Method {
  return schemaMethod<CompletionQuestion>(validateCompleteParams, async (question) => ({
    values: await complete(question),
  }));
}
