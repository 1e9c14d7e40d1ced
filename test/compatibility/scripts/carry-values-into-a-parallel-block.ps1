param([string] $CA)
[array] $uses = 'Default', 'WebServicesInternal'
$isNew = $true
1 | ForEach-Object -Parallel {
    (Request-CsCertificate -ca $using:CA `
            -Type $using:uses `
            -PrivateKeyExportable $true `
            -New:$using:isNew).Use
}
