using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AIWendy.Sdk.Analyzers;

/// <summary>Finds types, fields and subscriptions that the runtime or the host holds on to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    // Events of objects of which there is one for the whole process.
    private static readonly string[] LastingTypes = ["System.AppDomain", "System.Runtime.Loader.AssemblyLoadContext"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.Mvc, Rules.StaticHolder, Rules.StaticEvent, Rules.HttpClientFactory, Rules.UndisposedHolder];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            KnownTypes known = new(start.Compilation);
            start.RegisterSymbolAction(symbol => Type(symbol, known), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => Field(symbol, (IFieldSymbol)symbol.Symbol, known), SymbolKind.Field);
            start.RegisterSymbolAction(symbol => Property(symbol, known), SymbolKind.Property);
            start.RegisterSymbolAction(symbol => Constructor(symbol, known), SymbolKind.Method);
            ConcurrentBag<IEventAssignmentOperation> added = [];
            ConcurrentDictionary<ISymbol, bool> removed = new(SymbolEqualityComparer.Default);
            start.RegisterOperationAction(operation => Subscription(operation, known, added, removed), OperationKind.EventAssignment);
            start.RegisterCompilationEndAction(end => Report(end, added, removed));
        });
    }

    private static void Type(SymbolAnalysisContext context, KnownTypes known)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (KnownTypes.DerivesFrom(type, known.ControllerBase) || KnownTypes.DerivesFrom(type, known.PageModel))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Mvc, type.Locations[0], type.Name));
        }
    }

    // The compiler's own field behind a property is not offered by itself.
    private static void Property(SymbolAnalysisContext context, KnownTypes known)
    {
        foreach (IFieldSymbol field in context.Symbol.ContainingType.GetMembers().OfType<IFieldSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, context.Symbol))
            {
                Field(context, field, known);
            }
        }
    }

    private static void Field(SymbolAnalysisContext context, IFieldSymbol field, KnownTypes known)
    {
        if (!known.IsHolder(field.Type))
        {
            return;
        }

        ISymbol named = field.AssociatedSymbol ?? field;
        if (field.IsStatic)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.StaticHolder, named.Locations[0], field.Type.Name, named.Name));
        }
        else if (!IsDisposable(field.ContainingType, known) && !field.ContainingType.IsRefLikeType)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.UndisposedHolder, named.Locations[0], field.ContainingType.Name, field.Type.Name, named.Name));
        }
    }

    private static void Constructor(SymbolAnalysisContext context, KnownTypes known)
    {
        IMethodSymbol method = (IMethodSymbol)context.Symbol;
        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => KnownTypes.Is(parameter.Type, known.HttpClientFactory)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.HttpClientFactory, parameter.Locations[0], "IHttpClientFactory"));
        }
    }

    private static void Subscription(
        OperationAnalysisContext context, KnownTypes known, ConcurrentBag<IEventAssignmentOperation> added, ConcurrentDictionary<ISymbol, bool> removed)
    {
        IEventAssignmentOperation assignment = (IEventAssignmentOperation)context.Operation;
        if (assignment.EventReference is not IEventReferenceOperation { Event: { } subscribed }
            || SymbolEqualityComparer.Default.Equals(subscribed.ContainingAssembly, known.Assembly)
            || !(subscribed.IsStatic || LastingTypes.Contains(subscribed.ContainingType.ToDisplayString())))
        {
            return;
        }

        if (assignment.Adds)
        {
            added.Add(assignment);
        }
        else
        {
            removed[subscribed] = true;
        }
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<IEventAssignmentOperation> added, ConcurrentDictionary<ISymbol, bool> removed)
    {
        foreach (IEventAssignmentOperation assignment in added)
        {
            IEventSymbol subscribed = ((IEventReferenceOperation)assignment.EventReference).Event;
            if (!removed.ContainsKey(subscribed))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.StaticEvent, assignment.Syntax.GetLocation(), $"{subscribed.ContainingType.Name}.{subscribed.Name}"));
            }
        }
    }

    private static bool IsDisposable(INamedTypeSymbol type, KnownTypes known) =>
        type.AllInterfaces.Any(one => KnownTypes.Is(one, known.Disposable) || KnownTypes.Is(one, known.AsyncDisposable));
}
