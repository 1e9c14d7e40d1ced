param([string] $Data)
# Runs one command line and answers with what came out of it: Base64 of JSON in both directions, so that no quoting,
# wrapping, colour or code page comes between.
$task = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Data)) | ConvertFrom-Json
$VerbosePreference = 'Continue'
$ErrorActionPreference = 'Stop'
$failure = $null
$records = @()
try { $records = @(. ([scriptblock]::Create($task.line)) 3>&1 4>&1 6>&1) } catch { $failure = $_ }
$objects = [Collections.Generic.List[object]]::new()
$told = [Collections.Generic.List[object]]::new()
foreach ($record in $records) {
    if ($record -is [Management.Automation.VerboseRecord]) { $told.Add(@{ stream = 'verbose'; text = $record.Message }) }
    elseif ($record -is [Management.Automation.WarningRecord]) { $told.Add(@{ stream = 'warning'; text = $record.Message }) }
    elseif ($record -is [Management.Automation.InformationRecord]) { $told.Add(@{ stream = 'information'; text = "$($record.MessageData)" }) }
    else { $objects.Add($record) }
}
$facts = @(foreach ($object in $objects) {
    $fact = @{}
    foreach ($property in $object.PSObject.Properties) { $fact[$property.Name] = @($property.Value | ForEach-Object { "$_" }) }
    if ($fact['Output']) {
        $path = $object.Output
        $fact['RealPath'] = @($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path))
    }
    $fact
})
$answer = @{
    view = ($objects | Out-String -Width $task.width)
    told = @($told)
    facts = $facts
    failure = if ($failure) { "$($failure.Exception.Message)" } else { $null }
    failureId = if ($failure) { $failure.FullyQualifiedErrorId } else { $null }
}
[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(($answer | ConvertTo-Json -Depth 6 -Compress)))
