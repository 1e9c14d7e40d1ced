/** What a property of a product object may hold. */
export type ProductValue = string | number | boolean | null | ProductObject | readonly ProductValue[];

export type ProductProperties = Readonly<Record<string, ProductValue>>;

/** An object that a cmdlet puts out under the product's type and property names. */
export interface ProductObject {
  /** .NET names, the most derived first. */
  readonly typeNames: readonly string[];
  /** What the object is as text: its identity, or its FQDN. Scripts compare it, views show it inside other objects. */
  readonly text: string;
  /** In the product's order. Asked for when the object is put out: objects may refer to one another in circles. */
  properties(): ProductProperties;
}
