using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>The surroundings of a call that the engine's decisions and texts depend on.</summary>
    internal sealed class CallContext
    {
        private static readonly Dictionary<string, object> NothingBound = new Dictionary<string, object>();

        private readonly string _command;
        private readonly SessionState _state;
        private readonly PSHost _host;
        private readonly IDictionary<string, object> _bound;
        private readonly ConfirmImpact _impact;

        public CallContext(PSCmdlet cmdlet)
        {
            _command = CommandAsTyped(cmdlet.MyInvocation);
            _state = cmdlet.SessionState;
            _host = cmdlet.Host;
            _bound = cmdlet.MyInvocation.BoundParameters;
            _impact = ImpactOf(cmdlet);
        }

        /// <summary>
        /// The surroundings of what is no cmdlet of ours: a drive, or a property that is set. Whether something is only
        /// rehearsed is then answered by host/shouldProcess alone.
        /// </summary>
        public CallContext(string command, SessionState state, PSHost host)
        {
            _command = command;
            _state = state;
            _host = host;
            _bound = NothingBound;
            _impact = ConfirmImpact.Medium;
        }

        /// <summary>Nothing may be changed, by -WhatIf or by the caller's preference.</summary>
        public bool IsWhatIf => IsOn("WhatIf", LanguagePrimitives.IsTrue(Preference("WhatIfPreference")));

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("command", _command);
            json.WriteString("location", _state.Path.CurrentFileSystemLocation.ProviderPath);
            json.WriteString("culture", CultureInfo.CurrentCulture.Name);
            json.WriteBoolean("interactive", IsInteractive());
            json.WriteBoolean("whatIf", IsWhatIf);
            json.WriteBoolean("confirm", Confirms());
            json.WriteBoolean("unprompted", !IsOn("Confirm", true));
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
        private static string CommandAsTyped(InvocationInfo invocation)
        {
            string name = invocation.MyCommand.Name;
            string typed = invocation.InvocationName;
            string unqualified = typed.Substring(typed.LastIndexOf('\\') + 1);
            return string.Equals(unqualified, name, StringComparison.OrdinalIgnoreCase) ? unqualified : name;
        }

        private object Preference(string name) => _state.PSVariable.GetValue(name);

        /// <summary>A switch of the call itself, else what the preference says.</summary>
        private bool IsOn(string parameter, bool preferred) =>
            _bound.TryGetValue(parameter, out object bound) ? LanguagePrimitives.IsTrue(bound) : preferred;

        private bool Confirms()
        {
            object preference = Preference("ConfirmPreference");
            bool preferred = LanguagePrimitives.TryConvertTo(preference, out ConfirmImpact threshold)
                && threshold != ConfirmImpact.None
                && threshold <= _impact;
            return IsOn("Confirm", preferred);
        }

        private static ConfirmImpact ImpactOf(PSCmdlet cmdlet)
        {
            var declared = (CmdletAttribute)Attribute.GetCustomAttribute(cmdlet.GetType(), typeof(CmdletAttribute));
            return declared is null ? ConfirmImpact.Medium : declared.ConfirmImpact;
        }

        private static bool IsShown(object preference) =>
            LanguagePrimitives.TryConvertTo(preference, out ActionPreference action)
            && action != ActionPreference.SilentlyContinue
            && action != ActionPreference.Ignore;

        /// <summary>Somebody is there to answer a question and to see it.</summary>
        private bool IsInteractive() =>
            Environment.UserInteractive
            && _host?.UI?.RawUI != null
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
