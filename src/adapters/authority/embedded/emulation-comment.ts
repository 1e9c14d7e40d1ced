/** Stands in every certificate of an embedded CA, so that nobody takes one for real. */
export const EMULATION_COMMENT =
  'Issued by an emulated certification authority for rehearsal. Do not trust it in production.';
