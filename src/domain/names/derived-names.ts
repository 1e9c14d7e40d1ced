/** A name of the request, and why it is there: a sentence fragment that names parameter, service, URL or SIP domain. */
export interface ReasonedName {
  readonly name: string;
  readonly reason: string;
}

/** A name that was computed or given but is not in the request, and why. */
export interface DroppedName {
  readonly name: string;
  readonly reason: string;
}

/** The names of one request, in the product's order and casing. */
export interface DerivedNames {
  /** Common name of the subject. */
  readonly subject: ReasonedName;
  /** Entries of the alternative name extension; none means that the request has no such extension. */
  readonly alternativeNames: readonly ReasonedName[];
  readonly dropped: readonly DroppedName[];
  /** A web services type was asked for and nobody knows the simple URLs (an empty list is known). */
  readonly missingSimpleUrls: boolean;
}
