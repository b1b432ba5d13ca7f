using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AIWendy.Packaging.Tests.References;

/// <summary>Assemblies that a test compiles: a library as the plugin was built against, as the host has it, and the plugin.</summary>
internal sealed class Compiled : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("aiwendy-references-").FullName;

    /// <summary>Assemblies of the frameworks that this process runs on.</summary>
    public static IReadOnlyList<string> Frameworks { get; } =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll"),
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!, "*.dll"),
    ];

    /// <summary>What is missing when a plugin built against one version of a library meets another one.</summary>
    public IReadOnlyList<MissingReference> Run(string builtAgainst, string offered, string plugin)
    {
        string before = Compile("before", "Contract", builtAgainst);
        string after = Compile("after", "Contract", offered);
        string folder = Path.GetDirectoryName(Compile("plugin", "Plugin", plugin, before))!;
        return ReferenceCheck.Run(folder, [after, .. Frameworks]);
    }

    /// <summary>Compiles a library into a folder and returns its path.</summary>
    public string Compile(string folder, string name, string source, params string[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;\n" + source)],
            [.. Frameworks.Where(IsManaged).Concat(references).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        string path = Path.Combine(root, folder, name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        compilation.Emit(path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return path;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static bool IsManaged(string path)
    {
        using System.Reflection.PortableExecutable.PEReader reader = new(File.OpenRead(path));
        return reader.HasMetadata;
    }
}
