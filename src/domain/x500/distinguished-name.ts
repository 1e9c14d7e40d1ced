/** Attribute types that a subject or an embedded CA's name is made of, by the letters Windows shows (domain facts 4.4). */
export type NameAttributeType = 'CN' | 'OU' | 'O' | 'L' | 'S' | 'C' | 'DC';

export interface NameAttribute<Type extends string = NameAttributeType> {
  readonly type: Type;
  readonly value: string;
}

/**
 * A name as ordered attributes in the order of its text, most specific first (`CN … C`). Its encoding has the reverse
 * order, C first and CN last, as Windows writes it (domain facts 10, order of the subject).
 */
export type DistinguishedName = readonly NameAttribute[];

/** The parts of a subject besides its common name; a part that is undefined or empty is left out. */
export interface OrganizationalParts {
  readonly organizationalUnit?: string | undefined;
  readonly organization?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly country?: string | undefined;
}

/** Puts a subject together in the product's order CN, OU, O, L, S, C (domain facts 4.4). Nothing is checked here. */
export function subjectName(commonName: string, parts: OrganizationalParts = {}): DistinguishedName {
  const all: readonly (readonly [NameAttributeType, string | undefined])[] = [
    ['CN', commonName],
    ['OU', parts.organizationalUnit],
    ['O', parts.organization],
    ['L', parts.city],
    ['S', parts.state],
    ['C', parts.country],
  ];
  return all.flatMap(([type, value]) => (value === undefined || value === '' ? [] : [{ type, value }]));
}

/** The name of an embedded CA: its common name, then the labels of its host's domain (domain facts 10, root). */
export function authorityName(config: { readonly host: string; readonly name: string }): DistinguishedName {
  const [, ...domain] = config.host.split('.').filter((label) => label !== '');
  return [{ type: 'CN', value: config.name }, ...domain.map((value): NameAttribute => ({ type: 'DC', value }))];
}
