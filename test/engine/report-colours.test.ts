import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from './report-page.ts';
import { issuedLog } from './report-samples.ts';

/** Pairs of foreground and background that the style sheet puts together. */
const PAIRS = [
  ...['text', 'quiet', 'accent'].flatMap((ink) => ['ground', 'sheet', 'heading'].map((paper) => [ink, paper] as const)),
  ...['good', 'warn', 'bad'].map((ink) => [ink, `${ink}-ground`] as const),
];

for (const [scheme, index] of [
  ['light', 0],
  ['dark', 1],
] as const) {
  test(`every text has a contrast of at least 4.5 to its ground in the ${scheme} scheme`, () => {
    const colours = Array.from(
      render(issuedLog()).matchAll(/:root \{([^}]*--ground[^}]*)\}/g),
      ([, body]) => body ?? '',
    )[index];
    const colour = (name: string) => new RegExp(`--${name}: #([0-9a-f]{6});`).exec(colours ?? '')?.[1] ?? '';
    for (const [ink, paper] of PAIRS) {
      const [darker = 0, lighter = 0] = [luminance(colour(ink)), luminance(colour(paper))].sort((a, b) => a - b);
      const contrast = (lighter + 0.05) / (darker + 0.05);
      assert.ok(contrast >= 4.5, `${ink} on ${paper}: ${contrast.toFixed(2)}`);
    }
  });
}

/** Relative luminance as WCAG 2 defines it, of six hexadecimal digits. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
