const NOT_ASCII = /[\u007f-\uffff]/g;

/** JSON on one line in ASCII only, so that no console code page can change it. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(NOT_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
