import { escapePointer } from './deployment-problems.ts';

interface OpenValue {
  /** Names seen so far; undefined for an array. */
  readonly names: Set<string> | undefined;
  /** The property or element that is being read. */
  current: string;
  index: number;
}

/**
 * The JSON pointer of the first property that stands twice in one object: JSON.parse would quietly take the last. The
 * text is valid JSON.
 */
export function repeatedProperty(text: string): string | undefined {
  const open: OpenValue[] = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[[\]{},]/gs)) {
    const inner = open.at(-1);
    if (name !== undefined && inner?.names !== undefined) {
      inner.current = String(JSON.parse(name));
      if (inner.names.has(inner.current)) return pointerTo(open);
      inner.names.add(inner.current);
    } else if (token === '{' || token === '[') {
      open.push({ names: token === '{' ? new Set() : undefined, current: '0', index: 0 });
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ',' && inner !== undefined && inner.names === undefined) {
      inner.index += 1;
      inner.current = String(inner.index);
    }
  }
  return undefined;
}

function pointerTo(open: readonly OpenValue[]): string {
  return open.map(({ current }) => `/${escapePointer(current)}`).join('');
}
