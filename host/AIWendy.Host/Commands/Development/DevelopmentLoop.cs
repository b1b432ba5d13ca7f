using System.Diagnostics;
using System.Globalization;

namespace AIWendy.Host.Commands.Development;

/// <summary>Builds a plugin and has a running host serve it, again at every save, until somebody stops it.</summary>
internal sealed class DevelopmentLoop(string file, TextWriter output, TextWriter errors)
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(25);
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".js", ".css", ".resx", ".svg", ".png", ".html", ".txt"];

    private CompilerServer? compiler;

    /// <summary>Runs until it is cancelled, then puts back what served before.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        PluginProject project = await PluginProject.BuildAsync(file, restore: true, cancellationToken);
        DraftInstallation installation = new(project.Id);
        await installation.BeginAsync(cancellationToken);
        using SourceWatch saves = new(project.Folder);
        try
        {
            compiler = new CompilerServer(project);
            await installation.SwapAsync(project.Output, cancellationToken);
            await output.WriteLineAsync($"{project.Id} serves on {installation.Host} after {Seconds(watch)} s. Save a file to swap it; Ctrl+C ends.");

            // The first call starts the compiler's process; that is not to cost the first save.
            await CompileAsync(cancellationToken);
            while (true)
            {
                project = await TakeAsync(project, await saves.NextAsync(cancellationToken), installation, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to end.
        }
        finally
        {
            await EndAsync(installation);
        }
    }

    private async Task<PluginProject> TakeAsync(PluginProject project, IReadOnlySet<string> files, DraftInstallation installation, CancellationToken cancellationToken)
    {
        string[] saved = [.. files.Where(file => Sources.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        if (saved.Length == 0)
        {
            return project;
        }

        Stopwatch watch = Stopwatch.StartNew();
        string names = string.Join(", ", saved.Select(file => Path.GetRelativePath(project.Folder, file)));
        try
        {
            project = await BuildAsync(project, saved, cancellationToken);
            string built = Seconds(watch);
            bool swapped = await installation.SwapAsync(project.Output, cancellationToken);
            await output.WriteLineAsync(swapped ? $"{names}: serves after {Seconds(watch)} s (built after {built} s)" : $"{names}: nothing of the plugin has changed");
        }
        catch (Exception refused) when (refused is AdminException or Packaging.PackageException or IOException)
        {
            await errors.WriteLineAsync($"{names}: {refused.Message}");
            await errors.WriteLineAsync("What served before serves on.");
        }

        return project;
    }

    // Sources go to the waiting compiler and files beside the assembly are copied; what may change the shape of the
    // project is built by MSBuild.
    private async Task<PluginProject> BuildAsync(PluginProject project, string[] saved, CancellationToken cancellationToken)
    {
        bool known = saved.All(file => File.Exists(file) && (compiler!.Reads(file) || (Copied(project, file) is { } copy && File.Exists(copy))));
        if (!known)
        {
            bool restore = saved.Any(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets");
            PluginProject built = await PluginProject.BuildAsync(project.File, restore, cancellationToken);
            await compiler!.DisposeAsync();
            compiler = new CompilerServer(built);
            return built;
        }

        foreach (string file in saved.Where(file => !compiler!.Reads(file)))
        {
            File.Copy(file, Copied(project, file)!, overwrite: true);
        }

        if (saved.Any(compiler!.Reads))
        {
            await CompileAsync(cancellationToken);
        }

        return project;
    }

    private async Task CompileAsync(CancellationToken cancellationToken)
    {
        string warnings = await compiler!.CompileAsync(cancellationToken);
        if (warnings.Length > 0)
        {
            await errors.WriteLineAsync(warnings);
        }
    }

    // The manifest in the output is made of several files, so none of them may be copied over it.
    private static string? Copied(PluginProject project, string file) =>
        Path.GetFileName(file) is "plugin.json" or "settings.schema.json" ? null : Path.Combine(project.Output, Path.GetRelativePath(project.Folder, file));

    private async Task EndAsync(DraftInstallation installation)
    {
        using CancellationTokenSource limit = new(EndLimit);
        try
        {
            await output.WriteLineAsync(await installation.EndAsync(limit.Token));
        }
        catch (Exception refused) when (refused is AdminException or OperationCanceledException)
        {
            await errors.WriteLineAsync($"The host was not put back: {refused.Message}");
        }

        if (compiler is not null)
        {
            await compiler.DisposeAsync();
        }
    }

    private static string Seconds(Stopwatch watch) => watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
