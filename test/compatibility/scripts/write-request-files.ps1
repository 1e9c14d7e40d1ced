param()
foreach ($name in 'a.req', 'b.txt', 'c.csr', 'd.cer', 'bare') {
    $offline = Request-CsCertificate -New -Type Default -Output "C:\Requests\$name" -ClientEKU $true
    '{0} {1} {2}' -f $name, $offline.RequestStatus, (Get-Content "C:\Requests\$name" -TotalCount 1)
}
@(Request-CsCertificate -List).Count
