using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.Session
{
    /// <summary>
    /// Finds a module that offers our commands and is not ours: on a real server the emulation must not take the
    /// product's place unseen.
    /// </summary>
    internal static class OtherModules
    {
        private const int LargestManifest = 1024 * 1024;

        /// <summary>The names under which the product ships these commands.</summary>
        public static readonly string[] ProductNames = { "Lync", "SkypeForBusiness" };

        /// <summary>GUIDs of our manifests: another copy of this project is no other module.</summary>
        private static readonly string[] OurGuids =
        {
            "c72cb37a-cb3d-49bf-922e-01ab293cc278", "1db57e1b-39b4-4612-beb5-e744fdd56b72", "95609f81-5faf-4c45-9af9-f794ca07f58c",
        };

        /// <returns>Null, or a command with name and place of the first module found that offers it: loaded ones first, then PSModulePath.</returns>
        public static string Find(CommandInvocationIntrinsics commands) => Loaded(commands) ?? Installed();

        private static string Loaded(CommandInvocationIntrinsics commands)
        {
            foreach (string name in CommandOfSession.Names)
            {
                foreach (CommandInfo command in commands.GetCommands(name, CommandTypes.Cmdlet | CommandTypes.Function | CommandTypes.Alias, false))
                {
                    bool ours = command is CmdletInfo cmdlet && cmdlet.ImplementingType.Assembly == Assembly.GetExecutingAssembly();
                    if (!ours && command.Module != null)
                    {
                        return Offer(name, command.ModuleName, command.Module.ModuleBase);
                    }
                }
            }

            return null;
        }

        private static string Installed()
        {
            string ours = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)));
            foreach (string root in (Environment.GetEnvironmentVariable("PSModulePath") ?? string.Empty).Split(Path.PathSeparator))
            {
                foreach (string folder in FoldersIn(root))
                {
                    string name = Path.GetFileName(folder);
                    string command = Path.GetDirectoryName(folder) == ours ? null : CommandOf(folder, name);
                    if (command != null)
                    {
                        return Offer(command, name, folder);
                    }
                }
            }

            return null;
        }

        private static string Offer(string command, string module, string place) =>
            $"{command} is also offered by the module \"{DisplayText.Of(module)}\" ({DisplayText.Of(place)}).";

        /// <returns>One of our commands that the module in the folder offers, or null.</returns>
        private static string CommandOf(string folder, string name)
        {
            bool product = Array.Exists(ProductNames, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
            foreach (string manifest in Manifests(folder, name))
            {
                string text = TextOf(manifest);
                if (text is null || Array.Exists(OurGuids, guid => Contains(text, guid)))
                {
                    continue;
                }

                string command = product ? CommandOfSession.Names[0] : Array.Find(CommandOfSession.Names, known => Contains(text, known));
                if (command != null)
                {
                    return command;
                }
            }

            return null;
        }

        /// <summary>A module's manifest lies in its folder or in one named by its version.</summary>
        private static IEnumerable<string> Manifests(string folder, string name)
        {
            yield return Path.Combine(folder, name + ".psd1");
            foreach (string inner in FoldersIn(folder))
            {
                if (Version.TryParse(Path.GetFileName(inner), out _))
                {
                    yield return Path.Combine(inner, name + ".psd1");
                }
            }
        }

        private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

        /// <summary>Null where there is no such file, or it is too large to be a manifest.</summary>
        private static string TextOf(string manifest)
        {
            try
            {
                var file = new FileInfo(manifest);
                return file.Exists && file.Length <= LargestManifest ? File.ReadAllText(manifest) : null;
            }
            catch (Exception unreadable) when (unreadable is IOException || unreadable is UnauthorizedAccessException)
            {
                return null;
            }
        }

        private static string[] FoldersIn(string folder)
        {
            try
            {
                return Directory.Exists(folder) ? Directory.GetDirectories(folder) : Array.Empty<string>();
            }
            catch (Exception unreadable) when (unreadable is IOException || unreadable is UnauthorizedAccessException)
            {
                return Array.Empty<string>();
            }
        }
    }
}
