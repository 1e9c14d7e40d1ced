using System;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// What our command's name means in the importing session. An alias comes before a function, and a function before
    /// every cmdlet, whichever was there first (about_Command_Precedence): what Import-PSSession made for a real server
    /// stays in front of the emulation.
    /// </summary>
    internal static class CommandOfSession
    {
        public const string Name = "Request-CsCertificate";

        /// <returns>Null where the emulation's cmdlet is what runs; else whose command runs, for a sentence.</returns>
        public static string InFrontOfOurs(CommandInvocationIntrinsics commands)
        {
            // GetCommands rather than GetCommand: that one would look for a module to load.
            foreach (CommandInfo command in commands.GetCommands(Name, CommandTypes.Alias | CommandTypes.Function, false))
            {
                return IsOurs(command) ? null : Owner(command);
            }

            return null;
        }

        private static bool IsOurs(CommandInfo command) =>
            command is AliasInfo alias
            && Array.Exists(OtherModules.ProductNames, module => string.Equals(alias.Definition, $"{module}\\{Name}", StringComparison.OrdinalIgnoreCase));

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
    }
}
