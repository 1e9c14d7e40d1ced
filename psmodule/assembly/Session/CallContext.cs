using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>The surroundings of a call that the engine's decisions and texts depend on.</summary>
    internal sealed class CallContext
    {
        private readonly PSCmdlet _cmdlet;

        public CallContext(PSCmdlet cmdlet)
        {
            _cmdlet = cmdlet;
        }

        /// <summary>Nothing may be changed, by -WhatIf or by the caller's preference.</summary>
        public bool IsWhatIf => IsOn("WhatIf", LanguagePrimitives.IsTrue(Preference("WhatIfPreference")));

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("command", CommandAsTyped());
            json.WriteString("module", _cmdlet.MyInvocation.MyCommand.ModuleName);
            json.WriteString("location", _cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);
            json.WriteString("culture", CultureInfo.CurrentCulture.Name);
            json.WriteBoolean("interactive", IsInteractive());
            json.WriteBoolean("whatIf", IsWhatIf);
            json.WriteBoolean("confirm", Confirms());
            json.WriteBoolean("verbose", IsOn("Verbose", IsShown(Preference("VerbosePreference"))));
            json.WriteString("user", User());
            if (ConnectedUser() is string connected) json.WriteString("connectedUser", connected);
            json.WriteString("computer", Environment.MachineName);
            json.WriteNumber("processId", Process.GetCurrentProcess().Id);
            json.WriteString("temporaryFolder", Path.GetTempPath());
            json.WriteEndObject();
        }

        /// <summary>Who is at the other end of a remote session; null in a local one.</summary>
        private string ConnectedUser() =>
            Preference("PSSenderInfo") is object sender && PSObject.AsPSObject(sender).Properties["ConnectedUser"]?.Value is object user
                ? user.ToString()
                : null;

        /// <summary>The log echoes the command as typed (domain facts 3.3); an alias or &amp; is not its name.</summary>
        private string CommandAsTyped()
        {
            string name = _cmdlet.MyInvocation.MyCommand.Name;
            string typed = _cmdlet.MyInvocation.InvocationName;
            string unqualified = typed.Substring(typed.LastIndexOf('\\') + 1);
            return string.Equals(unqualified, name, StringComparison.OrdinalIgnoreCase) ? unqualified : name;
        }

        private object Preference(string name) => _cmdlet.SessionState.PSVariable.GetValue(name);

        /// <summary>A switch of the call itself, else what the preference says.</summary>
        private bool IsOn(string parameter, bool preferred) =>
            _cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out object bound) ? LanguagePrimitives.IsTrue(bound) : preferred;

        private bool Confirms()
        {
            object preference = Preference("ConfirmPreference");
            bool preferred = LanguagePrimitives.TryConvertTo(preference, out ConfirmImpact threshold)
                && threshold != ConfirmImpact.None
                && threshold <= Impact();
            return IsOn("Confirm", preferred);
        }

        private ConfirmImpact Impact()
        {
            var declared = (CmdletAttribute)Attribute.GetCustomAttribute(_cmdlet.GetType(), typeof(CmdletAttribute));
            return declared is null ? ConfirmImpact.Medium : declared.ConfirmImpact;
        }

        private static bool IsShown(object preference) =>
            LanguagePrimitives.TryConvertTo(preference, out ActionPreference action)
            && action != ActionPreference.SilentlyContinue
            && action != ActionPreference.Ignore;

        /// <summary>Somebody is there to answer a question and to see it.</summary>
        private bool IsInteractive() =>
            Environment.UserInteractive
            && _cmdlet.Host?.UI?.RawUI != null
            && !Console.IsInputRedirected
            && !Console.IsOutputRedirected
            && !Array.Exists(Environment.GetCommandLineArgs(), IsNonInteractive);

        /// <summary>PowerShell's own switch, which it accepts shortened and with two dashes.</summary>
        private static bool IsNonInteractive(string argument)
        {
            string name = argument.TrimStart('-', '/');
            return name.Length >= 4
                && name.Length < argument.Length
                && "noninteractive".StartsWith(name, StringComparison.OrdinalIgnoreCase);
        }

        private static string User() => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? Environment.UserDomainName + "\\" + Environment.UserName
            : Environment.UserName;
    }
}
