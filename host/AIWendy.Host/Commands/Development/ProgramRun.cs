using System.Diagnostics;
using System.Text;

namespace AIWendy.Host.Commands.Development;

/// <summary>Runs a program of the .NET SDK to its end.</summary>
internal static class ProgramRun
{
    /// <summary>The <c>dotnet</c> that runs this host, or the one of the system.</summary>
    public static string Dotnet { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Runs <c>dotnet</c> and returns what it said.</summary>
    /// <exception cref="AdminException">There is no <c>dotnet</c> on this machine.</exception>
    public static async Task<ProgramResult> DotnetAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(Dotnet, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ProgramResult(process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AdminException("sdk_missing", "Building a plugin needs the .NET SDK 10, and there is no dotnet on this machine.");
        }
    }
}

/// <summary>What a program answered.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to the error stream.</param>
internal sealed record ProgramResult(int Code, string Output, string Errors)
{
    /// <summary>The lines that name an error, else everything; for the person at the keyboard.</summary>
    public string Complaint => Marked(": error ") is { Length: > 0 } errors ? errors : string.Join('\n', Lines);

    /// <summary>The lines that name a warning.</summary>
    public string Warnings => Marked(": warning ");

    private IEnumerable<string> Lines => (Output + "\n" + Errors).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct();

    private string Marked(string mark) => string.Join('\n', Lines.Where(line => line.Contains(mark, StringComparison.Ordinal)));
}
