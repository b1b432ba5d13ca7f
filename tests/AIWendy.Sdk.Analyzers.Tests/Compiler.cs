using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AIWendy.Sdk.Analyzers.Tests;

/// <summary>Compiles a piece of a plugin and says which rules it breaks.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static async Task<string[]> RulesBrokenByAsync(string code)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Plugin",
            [CSharpSyntaxTree.ParseText(Usings + code, Options), CSharpSyntaxTree.ParseText(Newtonsoft, Options)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Should().BeEmpty("the example must compile");
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new CallAnalyzer(), new DeclarationAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    // The rule goes by the namespace, so that the package itself is not needed.
    private const string Newtonsoft = """
        namespace Newtonsoft.Json { public static class JsonConvert { public static object? DeserializeObject(string s) => s; } }
        namespace Newtonsoft.Json.Linq { public sealed class JObject; }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.Metrics;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization.Metadata;
        using System.Threading;
        using System.Threading.Tasks;
        using AIWendy.Sdk;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        """;
}
