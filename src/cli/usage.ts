/** Shown by `cscert --help` and behind a command line that cannot be understood. */
export const USAGE = `cscert: Request-CsCertificate without PowerShell. Results are JSON on standard output.

  cscert -New -Type TYPE[,TYPE…] -CA "host\\CA name"    request a certificate
  cscert -New -Type TYPE[,TYPE…] -Output FILE          write an offline certificate request
  cscert -New … -WhatIf                                the names, with reasons; nothing is written
  cscert -List | -Retrieve | -Clear [-RequestId N]     the requests that are open

  cscert certificate list                              certificates of this deployment and computer
  cscert certificate assignments                       which of them the services use
  cscert certificate export THUMBPRINT --path FILE     as .pem, .cer or .pfx [--with-key]
  cscert ca list                                       the embedded CAs and how many requests they have
  cscert ca requests [--disposition pending]           what they were asked (issued, denied, revoked)
  cscert ca approve N                                  issue a pending request
  cscert ca deny N [--hresult 0x80094012] [--message TEXT]
  cscert ca revoke N [--reason keyCompromise]          take an issued certificate back
  cscert ca crl [--path FILE]                          a fresh certificate revocation list
  cscert ca certificate [--path FILE]                  the root certificate
  cscert ca reset [--yes]                              remove the books and keys of the embedded CAs
                                                       [--ca "host\\CA name"] where the deployment has several

  cscert install [--user-modules] [--no-variables]     make scripts find the module by the product's Windows paths
                                                       and give sessions the variables of Windows [--what-if]
  cscert uninstall [--what-if]                         take exactly that away again
  cscert variables                                     the variables that a session would be given

  cscert store check                                   is the store sound; names what is not
  cscert store export [--path FILE]                    everything in it but the keys, as JSON

Parameters are spelled as in PowerShell (Get-Help Request-CsCertificate -Full).
-CaPassword - reads the password from standard input; CSCERT_CA_PASSWORD holds it otherwise.
The password of a .pfx comes from CSCERT_PFX_PASSWORD, or from standard input with --password -.
Environment: CSCERT_HOME (state), CSCERT_DEPLOYMENT (deployment folder), CSCERT_COMPUTER (computer played).
Exit codes: 0 done, 1 the command failed, 2 the command line cannot be understood.`;
