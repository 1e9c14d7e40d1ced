import type { TestEvent } from 'node:test/reporters';

/**
 * The runner's events; just before the summary they name what was not tested: the given notes, then each skipped test
 * with its reason.
 */
export async function* withRemarks(
  events: AsyncIterable<TestEvent>,
  notes: readonly string[],
): AsyncGenerator<TestEvent> {
  const skipped: string[] = [];
  let areShown = false;
  for await (const event of events) {
    if (event.type === 'test:pass' && isSkip(event.data.skip)) skipped.push(describe(event.data));
    if (!areShown && event.type === 'test:diagnostic' && /^tests \d+$/.test(event.data.message)) {
      areShown = true;
      for (const message of [...notes, ...skipped]) yield { type: 'test:diagnostic', data: { ...event.data, message } };
    }
    yield event;
  }
}

function isSkip(skip: string | boolean | undefined): skip is string | true {
  return skip !== undefined && skip !== false;
}

function describe({ name, skip }: { name: string; skip?: string | boolean | undefined }): string {
  return `skipped: ${name}${typeof skip === 'string' && skip !== '' ? ` (${skip})` : ''}`;
}
