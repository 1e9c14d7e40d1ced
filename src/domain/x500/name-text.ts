import type { NameAttribute } from './distinguished-name.ts';

/** Characters for which CertNameToStr quotes a value; backslash and carriage return are not among them. */
const QUOTED_CHARACTERS = /[,+="\n<>#;]/;
const QUOTED_EDGE = /^[ \t\n\v\f\r]|[ \t\n\v\f\r]$/;

/** A value as it stands behind `CN=`: in quotation marks where Windows sets them, inner ones doubled. */
function formatNameValue(value: string): string {
  const quoted = value === '' || QUOTED_CHARACTERS.test(value) || QUOTED_EDGE.test(value);
  return quoted ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * The text that Windows and .NET show for a name: `CN=…, O="Contoso, Inc", C=US` (domain facts 4.4, transcript).
 * It takes any attribute label, so that names written by others can be shown too.
 */
export function formatDistinguishedName(name: readonly NameAttribute<string>[]): string {
  return name.map(formatNameAttribute).join(', ');
}

/** One `type=value` of a name's text. */
export function formatNameAttribute(attribute: NameAttribute<string>): string {
  return `${attribute.type}=${formatNameValue(attribute.value)}`;
}
