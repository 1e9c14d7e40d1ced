# `RunFile name { & script }` runs a script file as it would run by itself, and prints one line with all that came out
# of it. No try and no trap around it: either would end the script at its first failing line.

function RunFile([string] $RunName, [scriptblock] $RunBlock) {
    $runRecords = [Collections.Generic.List[object]]::new()
    $global:LASTEXITCODE = 0
    & $RunBlock *>&1 | ForEach-Object { $runRecords.Add((ConvertTo-PlainRecord $_)) }
    $runJson = @{ name = $RunName; records = $runRecords.ToArray(); exitCode = $global:LASTEXITCODE } | ConvertTo-Json -Depth 8 -Compress
    [Console]::Out.WriteLine('@run ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($runJson)))
}
