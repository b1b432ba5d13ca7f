using System.Globalization;
using System.Text;

namespace AIWendy.Host.Commands.Development;

/// <summary>
/// Compiles a project whose shape is known by a compiler that stays in memory. A build of the whole project does more:
/// it reads every project file again and takes seconds for it.
/// </summary>
internal sealed class CompilerServer(PluginProject project) : IAsyncDisposable
{
    private const string IdleSeconds = "900";

    // The compiler's own options: they are no part of a response file.
    private static readonly string[] OwnOptions = ["/noconfig", "/shared"];

    private readonly string pipe = string.Create(CultureInfo.InvariantCulture, $"aiwendy-{Environment.ProcessId}");
    private readonly string response = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".rsp");
    private readonly string assembly = Path.GetFullPath(Path.Combine(project.Folder, Value(project.Arguments, "/out:")));
    private readonly HashSet<string> sources = [.. project.Arguments.Where(argument => !argument.StartsWith('/') || File.Exists(argument)).Select(argument => Path.GetFullPath(Path.Combine(project.Folder, argument)))];

    /// <summary>Whether a file is one that the compiler reads.</summary>
    public bool Reads(string file) => sources.Contains(file);

    /// <summary>Compiles and lays the assembly where the built plugin lies.</summary>
    /// <returns>Warnings, one to a line.</returns>
    /// <exception cref="AdminException">The sources do not compile; the message has the errors.</exception>
    public async Task<string> CompileAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllLinesAsync(response, project.Arguments.Where(argument => !OwnOptions.Contains(argument)).Select(Quote), new UTF8Encoding(false), cancellationToken);
        ProgramResult result = await ProgramRun.DotnetAsync(
            project.Folder, ["exec", Path.Combine(project.Compiler, "csc.dll"), "/noconfig", "/shared:" + pipe, "/keepalive:" + IdleSeconds, "@" + response], cancellationToken);
        if (result.Code != 0)
        {
            throw new AdminException("build_failed", result.Complaint);
        }

        Copy(assembly);
        Copy(Path.ChangeExtension(assembly, ".pdb"));
        return result.Warnings;
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(response);
        await ProgramRun.DotnetAsync(project.Folder, ["exec", Path.Combine(project.Compiler, "VBCSCompiler.dll"), "-shutdown", "-pipename:" + pipe], CancellationToken.None);
    }

    private static string Value(IEnumerable<string> arguments, string option) =>
        arguments.First(argument => argument.StartsWith(option, StringComparison.Ordinal))[option.Length..].Trim('"');

    private static string Quote(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private void Copy(string file)
    {
        if (File.Exists(file))
        {
            File.Copy(file, Path.Combine(project.Output, Path.GetFileName(file)), overwrite: true);
        }
    }
}
