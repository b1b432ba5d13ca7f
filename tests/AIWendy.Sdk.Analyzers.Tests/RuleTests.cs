namespace AIWendy.Sdk.Analyzers.Tests;

/// <summary>Each rule fires on what it is about, and not on what stands beside it in a good plugin.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "AIW001", "public class Home : ControllerBase { }" },
        { "AIW001", "class C { void M(IServiceCollection services) => services.AddControllers(); }" },
        { "AIW002", "class C { string M(object o) => JsonSerializer.Serialize(o); }" },
        { "AIW002", "class C { int[]? M(string s) => JsonSerializer.Deserialize<int[]>(s); }" },
        { "AIW002", "class C { Task M(HttpClient c) => c.PostAsJsonAsync(\"/x\", 1); }" },
        { "AIW002", "class C { object M(int[] v) => JsonContent.Create(v); }" },
        { "AIW002", "class C { Task M(HttpResponse r, int[] v) => r.WriteAsJsonAsync(v); }" },
        { "AIW003", "class C { object M(string s) => Newtonsoft.Json.JsonConvert.DeserializeObject(s)!; }" },
        { "AIW003", "class C { object M() => new Newtonsoft.Json.Linq.JObject(); }" },
        { "AIW004", "class C { object M(dynamic d) => d.Name; }" },
        { "AIW004", "class C { void M(dynamic d) => d.Run(1); }" },
        { "AIW005", "class C { object M(Type t) => System.ComponentModel.TypeDescriptor.GetConverter(t); }" },
        { "AIW005", "using System.ComponentModel.DataAnnotations; class C { void M(object o) => Validator.ValidateObject(o, new ValidationContext(o)); }" },
        { "AIW006", "class C { object M() => new System.Xml.Serialization.XmlSerializer(typeof(int)); }" },
        { "AIW007", "public interface I { } public class P : System.Reflection.DispatchProxy { protected override object? Invoke(System.Reflection.MethodInfo? m, object?[]? a) => null; public static I Make() => Create<I, P>(); }" },
        { "AIW008", "class C { static readonly Meter Meter = new(\"x\"); }" },
        { "AIW008", "class C { static Timer Timer { get; } = new(_ => { }); }" },
        { "AIW009", "class C { void M() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { }; }" },
        { "AIW009", "class C { void M() => Console.CancelKeyPress += (_, _) => { }; }" },
        { "AIW010", "class C(IHttpClientFactory factory) { object M() => factory; }" },
        { "AIW010", "class C { void M(IServiceCollection services) => services.AddHttpClient(); }" },
        { "AIW011", "class C { void M(CancellationToken token) => token.Register(() => { }); }" },
        { "AIW011", "class C { void M(CancellationToken token) { _ = token.Register(() => { }); } }" },
        { "AIW013", "class C { private readonly Timer timer = new(_ => { }); object M() => timer; }" },
    };

    public static TheoryData<string, string> Kept => new()
    {
        { "AIW001", "class C { void M(IEndpointRouteBuilder api) => api.MapGet(\"/x\", () => \"x\"); }" },
        { "AIW002", "class C { string M(int[] v, JsonTypeInfo<int[]> info) => JsonSerializer.Serialize(v, info); }" },
        { "AIW002", "class C { string M(JsonNode node) => node.ToJsonString(); }" },
        { "AIW002", "class C { Task M(HttpClient c, JsonTypeInfo<int> info) => c.PostAsJsonAsync(\"/x\", 1, info); }" },
        { "AIW002", "class C { bool M(HttpRequest r) => r.HasJsonContentType(); }" },
        { "AIW003", "class C { JsonNode? M(string s) => JsonNode.Parse(s); }" },
        { "AIW004", "class C { string? M(object o) => o is string s ? s : null; }" },
        { "AIW005", "class C { void M(int n) { if (n < 0) { throw ProblemException.Invalid(\"n\", \"n is negative.\"); } } }" },
        { "AIW006", "class C { object M(string s) => System.Xml.Linq.XDocument.Parse(s); }" },
        { "AIW007", "public interface I { } sealed class P(I inner) : I { I M() => inner; }" },
        { "AIW008", "sealed class C : IDisposable { private readonly Meter meter = new(\"x\"); public void Dispose() => meter.Dispose(); }" },
        { "AIW009", "class C { void On() => AppDomain.CurrentDomain.ProcessExit += H; void Off() => AppDomain.CurrentDomain.ProcessExit -= H; void H(object? s, EventArgs e) { } }" },
        { "AIW009", "class C { static event Action? Own; void M() => Own += () => { }; void N() => Own?.Invoke(); }" },
        { "AIW010", "class C(IOutboundHttp outbound) { void M() { using HttpClient client = outbound.CreateClient(); } }" },
        { "AIW011", "class C { void M(CancellationToken token) { using CancellationTokenRegistration kept = token.Register(() => { }); } }" },
        { "AIW011", "class C { void M() { using CancellationTokenSource own = new(); own.Token.Register(() => { }); } }" },
        { "AIW013", "sealed class C : IAsyncDisposable { private readonly Timer timer = new(_ => { }); public ValueTask DisposeAsync() => timer.DisposeAsync(); }" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_cause_of_a_leak_is_named(string rule, string code) =>
        (await Compiler.RulesBrokenByAsync(code)).Should().Equal(rule);

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_can_be_unloaded_is_left_alone(string rule, string code) =>
        (await Compiler.RulesBrokenByAsync(code)).Should().BeEmpty("{0} is kept", rule);

    [Fact]
    public void Every_rule_is_documented_in_both_languages()
    {
        string[] rules = [.. new CallAnalyzer().SupportedDiagnostics.Concat(new DeclarationAnalyzer().SupportedDiagnostics).Select(rule => rule.Id).Distinct()];
        foreach (string language in new[] { "en", "zh-CN" })
        {
            string page = File.ReadAllText(Path.Combine(Root(), "docs", language, "plugins", "unloading.md"));
            rules.Should().OnlyContain(rule => page.Contains("## " + rule, StringComparison.Ordinal));
        }
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "AIWendy.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}
