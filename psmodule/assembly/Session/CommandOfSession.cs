using System;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// What the names of our commands mean in the importing session. An alias comes before a function, and a function before
    /// every cmdlet, whichever was there first (about_Command_Precedence): what Import-PSSession made for a real server
    /// stays in front of the emulation.
    /// </summary>
    internal static class CommandOfSession
    {
        /// <summary>The commands that change something or name certificates, the first of them before the others.</summary>
        public static readonly string[] Names =
        {
            "Request-CsCertificate",
            "Set-CsCertificate",
            "Import-CsCertificate",
            "Remove-CsCertificate",
            "Get-CsCertificate",
            "Test-CsCertificateConfiguration",
        };

        /// <returns>The names that stand for other commands than ours, and whose the first is, for a sentence; null where none does.</returns>
        public static Shadow InFrontOfOurs(CommandInvocationIntrinsics commands)
        {
            string[] names = Array.FindAll(Names, name => OwnerOf(commands, name) != null);
            return names.Length == 0 ? null : new Shadow(names, OwnerOf(commands, names[0]));
        }

        /// <returns>Null where the emulation's cmdlet is what runs.</returns>
        private static string OwnerOf(CommandInvocationIntrinsics commands, string name)
        {
            // GetCommands rather than GetCommand: that one would look for a module to load.
            foreach (CommandInfo command in commands.GetCommands(name, CommandTypes.Alias | CommandTypes.Function, false))
            {
                return IsOurs(command, name) ? null : Owner(command);
            }

            return null;
        }

        private static bool IsOurs(CommandInfo command, string name) =>
            command is AliasInfo alias
            && Array.Exists(OtherModules.ProductNames, module => string.Equals(alias.Definition, $"{module}\\{name}", StringComparison.OrdinalIgnoreCase));

        private static string Owner(CommandInfo command)
        {
            if (command.Module != null)
            {
                return $"the module \"{DisplayText.Of(command.ModuleName)}\"";
            }

            return command is AliasInfo alias
                ? $"an alias for \"{DisplayText.Of(alias.Definition)}\""
                : "a function without a module";
        }

        /// <summary>Commands of others that stay in front of the emulation.</summary>
        public sealed class Shadow
        {
            public Shadow(string[] names, string owner)
            {
                Names = names;
                Owner = owner;
            }

            public string[] Names { get; }

            /// <summary>Of the first.</summary>
            public string Owner { get; }
        }
    }
}
