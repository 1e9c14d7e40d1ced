import type { Product } from '../domain/deployment/deployment.ts';

/** The product's name without its year, as its verbose texts say it (domain facts 3.1). */
export function productFamily(product: Product): string {
  return product.startsWith('Lync') ? 'Lync Server' : 'Skype for Business Server';
}

/** The cmdlet's own name, whatever the caller typed. */
export const COMMAND_NAME = 'Request-CsCertificate';
