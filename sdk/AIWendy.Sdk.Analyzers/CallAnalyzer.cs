using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AIWendy.Sdk.Analyzers;

/// <summary>Finds calls whose callee remembers the plugin's types for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] MvcRegistrations = ["AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "AddRazorPages", "MapControllers", "MapRazorPages"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.Mvc, Rules.ReflectionJson, Rules.Newtonsoft, Rules.Dynamic, Rules.TypeDescriptor, Rules.XmlSerializer, Rules.DispatchProxy,
        Rules.HttpClientFactory, Rules.Registration,
    ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            KnownTypes known = new(start.Compilation);
            start.RegisterOperationAction(operation => Call(operation, known), OperationKind.Invocation);
            start.RegisterOperationAction(operation => Create(operation, known), OperationKind.ObjectCreation);
            start.RegisterOperationAction(
                operation => operation.ReportDiagnostic(Diagnostic.Create(Rules.Dynamic, operation.Operation.Syntax.GetLocation())),
                OperationKind.DynamicInvocation,
                OperationKind.DynamicMemberReference,
                OperationKind.DynamicIndexerAccess,
                OperationKind.DynamicObjectCreation);
        });
    }

    private static void Call(OperationAnalysisContext context, KnownTypes known)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        DiagnosticDescriptor? rule =
            IsReflectionJson(method, known) ? Rules.ReflectionJson
            : KnownTypes.IsIn(type, "Newtonsoft.Json") ? Rules.Newtonsoft
            : KnownTypes.Is(type, known.TypeDescriptor) || KnownTypes.Is(type, known.Validator) || method.Name == "ValidateDataAnnotations" ? Rules.TypeDescriptor
            : KnownTypes.Is(type, known.DispatchProxy) && method.IsStatic ? Rules.DispatchProxy
            : KnownTypes.Is(type, known.HttpClientFactory) || (method.Name == "AddHttpClient" && KnownTypes.IsIn(type, "Microsoft.Extensions.DependencyInjection")) ? Rules.HttpClientFactory
            : MvcRegistrations.Contains(method.Name) && method.IsExtensionMethod && KnownTypes.IsIn(type, "Microsoft") ? Rules.Mvc
            : IsForgottenRegistration(call, known) ? Rules.Registration
            : null;
        if (rule is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, call.Syntax.GetLocation(), $"{type.Name}.{method.Name}"));
        }
    }

    private static void Create(OperationAnalysisContext context, KnownTypes known)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        DiagnosticDescriptor? rule =
            KnownTypes.Is(creation.Type, known.XmlSerializer) ? Rules.XmlSerializer
            : KnownTypes.IsIn(creation.Type, "Newtonsoft.Json") ? Rules.Newtonsoft
            : null;
        if (rule is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, creation.Syntax.GetLocation(), creation.Type!.Name));
        }
    }

    // JSON methods come in pairs: one that is told the type's metadata, and one that finds it out by reflection.
    private static bool IsReflectionJson(IMethodSymbol method, KnownTypes known)
    {
        bool isJson = KnownTypes.Is(method.ContainingType, known.JsonSerializer)
            ? method.Name.StartsWith("Serialize", StringComparison.Ordinal) || method.Name.StartsWith("Deserialize", StringComparison.Ordinal)
            : KnownTypes.IsIn(method.ContainingType, "System.Net.Http.Json") || method.ContainingType.Name is "HttpResponseJsonExtensions" or "HttpRequestJsonExtensions";
        return isJson
            && method.Name != "HasJsonContentType"
            && !method.Parameters.Any(parameter => KnownTypes.DerivesFrom(parameter.Type, known.JsonTypeInfo) || KnownTypes.DerivesFrom(parameter.Type, known.JsonContext));
    }

    // What is returned and thrown away can never be disposed. A token of a source that the method made itself ends with it.
    private static bool IsForgottenRegistration(IInvocationOperation call, KnownTypes known) =>
        KnownTypes.Is(call.TargetMethod.ContainingType, known.CancellationToken)
        && call.TargetMethod.Name is "Register" or "UnsafeRegister"
        && (call.Parent is IExpressionStatementOperation || call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation })
        && call.Instance is not IPropertyReferenceOperation { Property.Name: "Token", Instance: ILocalReferenceOperation };
}
