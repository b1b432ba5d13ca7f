using System.Reflection;

namespace AIWendy.Packaging.Tests.References;

/// <summary>What is known to run is found to fit.</summary>
public sealed class BuiltPluginTests
{
    private static readonly string Root = FindRoot();

    /// <summary>Frameworks, the SDK and what its contracts are made of, as a host shares them.</summary>
    private static IReadOnlyList<string> Shared { get; } =
    [
        .. Compiled.Frameworks,
        .. new[] { "AIWendy.Sdk", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.Extensions.AI.Abstractions", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL", "Scrutor" }
            .Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll")),
    ];

    public static TheoryData<string> Plugins { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "plugins"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, "tests", "plugins"), "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetRelativePath(Root, Path.GetDirectoryName(project)!)),
    ];

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_of_ours_fits_its_own_sdk(string project) =>
        ReferenceCheck.Run(OutputOf(project), Shared).Should().BeEmpty();

    [Fact]
    public void Libraries_that_others_wrote_fit_the_frameworks_that_they_run_on() =>
        ReferenceCheck.Run(AppContext.BaseDirectory, Compiled.Frameworks).Should().BeEmpty();

    [Fact]
    public void The_frameworks_fit_themselves()
    {
        string web = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!;
        string core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        ReferenceCheck.Run(web, Directory.GetFiles(core, "*.dll")).Should().BeEmpty();
    }

    private static string OutputOf(string project)
    {
        string configuration = typeof(BuiltPluginTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string output = Path.Combine(Root, project, "bin", configuration, "net10.0");
        Directory.Exists(output).Should().BeTrue($"{project} is built with these tests");
        return output;
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AIWendy.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
