/** The texts of a log's entries in their order, without the Output blocks. */
export function logLines(xml: string): readonly string[] {
  const entries = [...xml.matchAll(/<(?:Info|Warning)(?: Title="([^"]*)")? Time="[^"]*">([^<]*)</g)];
  return entries.filter(([, title]) => title !== 'Output').map(([, , text = '']) => text.replaceAll('&amp;', '&'));
}

/** The lines of the log that open a private key to the services, or close it (domain facts 7.3, transcript). */
export function accessLines(change: 'added' | 'removed'): readonly string[] {
  return [
    'RTC Server Local Group',
    'RTC Local User Administrators',
    'RTC Local Read-only Administrators',
    'NETWORK SERVICE',
  ].flatMap((group) => [
    `Found "${group}": True`,
    `Access control list (ACL) was ${change}.`,
    `"Read" permissions for "${group === 'NETWORK SERVICE' ? 'NetworkService' : group}" on "Certificate store".`,
  ]);
}
