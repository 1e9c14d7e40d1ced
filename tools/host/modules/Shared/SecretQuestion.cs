using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Security;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Asks for a secret by the host's own prompt, which turns the echo off before the question is seen. A question that is
/// written first leaves a moment in which an answer is shown.
/// </summary>
internal static class SecretQuestion
{
    public static SecureString Ask(PSHost host, string question)
    {
        if (question.Length == 0) return host.UI.ReadLineAsSecureString();
        var field = new FieldDescription(question);
        field.SetParameterType(typeof(SecureString));
        return (SecureString)host.UI.Prompt("", "", new Collection<FieldDescription> { field })[question].BaseObject;
    }
}
