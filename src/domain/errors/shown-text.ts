import type { CommandErrorFields } from './command-error.ts';

const QUOTED = /"[^"]*"/g;
const SENTENCE = /[^.!?]+[.!?]+(?=\s|$)/g;

/**
 * What a user is shown of an error: scripts cut at the second sentence (domain facts 4.6), so the advice follows a
 * message of one. A message in the words of Windows or .NET stays as it is in the exception.
 */
export function shownText({ message, advice }: Pick<CommandErrorFields, 'message' | 'advice'>): string {
  return advice === undefined || sentencesOf(message).length > 1 ? message : `${message} ${advice}`;
}

/** Points in what is quoted (paths, names, texts of others) end no sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text.replaceAll(QUOTED, '""').match(SENTENCE) ?? [];
}
