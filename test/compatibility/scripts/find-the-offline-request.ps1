param()
$before = @(Get-ChildItem cert:\localmachine\REQUEST)
$created = Request-CsCertificate -New -Type Default -Output C:\front-end.req -FriendlyName 'Waiting'
$created.RequestStatus
$now = Get-ChildItem cert:\localmachine\REQUEST
$new = if ($before.Count -eq 0) { $now } else { Compare-Object -ReferenceObject $before -DifferenceObject $now -PassThru }
$new.Subject
$new.HasPrivateKey
$again = @(Get-ChildItem cert:\localmachine\REQUEST)
Request-CsCertificate -New -Type Default -Output C:\second.req | Out-Null
@(Compare-Object -ReferenceObject $again -DifferenceObject (Get-ChildItem cert:\localmachine\REQUEST) -PassThru).Count
