using System.Text.Json;

namespace AIWendy.Host.Commands.Development;

/// <summary>A plugin's project, as MSBuild understands it.</summary>
/// <param name="File">The project file.</param>
/// <param name="Id">Id of the plugin.</param>
/// <param name="Output">Folder of the built plugin.</param>
/// <param name="Compiler">Folder of the C# compiler.</param>
/// <param name="Arguments">How MSBuild calls the compiler for this project.</param>
internal sealed record PluginProject(string File, string Id, string Output, string Compiler, IReadOnlyList<string> Arguments)
{
    /// <summary>Folder of the project.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Finds the project of a folder.</summary>
    /// <exception cref="AdminException">There is none, or more than one.</exception>
    public static string Find(string folder)
    {
        string full = Path.GetFullPath(folder);
        string[] files = System.IO.File.Exists(full) ? [full] : Directory.Exists(full) ? Directory.GetFiles(full, "*.csproj") : [];
        return files.Length switch
        {
            1 => files[0],
            0 => throw new AdminException("project_missing", $"There is no project in {full}. Make one with: dotnet new aiwendy-coach"),
            _ => throw new AdminException("project_ambiguous", $"There are several projects in {full}. Name one of them."),
        };
    }

    /// <summary>Builds the project and asks how.</summary>
    /// <param name="file">The project file.</param>
    /// <param name="restore">Whether packages may have changed.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="AdminException">It does not build; the message has the errors.</exception>
    public static async Task<PluginProject> BuildAsync(string file, bool restore, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(file)!;
        List<string> build = ["build", file, "-nologo", "-v:quiet", "-clp:NoSummary"];
        if (!restore)
        {
            build.Add("--no-restore");
        }

        ProgramResult built = await ProgramRun.DotnetAsync(folder, build, cancellationToken);
        if (built.Code != 0)
        {
            throw new AdminException("build_failed", built.Complaint);
        }

        // The compiler is not run here: MSBuild only says what it would be told.
        ProgramResult asked = await ProgramRun.DotnetAsync(
            folder,
            [
                "msbuild", file, "-nologo", "-t:Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:NonExistentFile=aiwendy.never",
                "-getItem:CscCommandLineArgs", "-getProperty:PluginId", "-getProperty:OutDir", "-getProperty:RoslynTargetsPath",
            ],
            cancellationToken);
        if (asked.Code != 0)
        {
            throw new AdminException("build_failed", asked.Complaint);
        }

        using JsonDocument answer = JsonDocument.Parse(asked.Output);
        JsonElement properties = answer.RootElement.GetProperty("Properties");
        string id = Words.Of(properties, "PluginId");
        if (id.Length == 0)
        {
            throw new AdminException("project_is_no_plugin", $"{Path.GetFileName(file)} states no PluginId, so it is no plugin.");
        }

        return new PluginProject(
            file,
            id,
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, Words.Of(properties, "OutDir")))),
            Path.Combine(Words.Of(properties, "RoslynTargetsPath"), "bincore"),
            [.. Words.List(answer.RootElement.GetProperty("Items"), "CscCommandLineArgs").Select(item => Words.Of(item, "Identity"))]);
    }
}
