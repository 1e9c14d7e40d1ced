/**
 * What everyday cmdlets answer: title, script, lines of output without trailing blanks and empty lines. Errors appear as
 * their FullyQualifiedErrorId. The same rows hold for a full pwsh 7.4 to 7.6.
 */
export type Case = readonly [title: string, script: string, lines: readonly string[]];
