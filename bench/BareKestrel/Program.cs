using System.Text.Json.Serialization;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, BenchJson.Default));
WebApplication app = builder.Build();
app.MapGet("/api/bench/plain", () => "ok");
app.MapGet("/api/bench/json", () => TypedResults.Ok(new Quote("MNQ", 20_123.25m, 3)));
app.Run();

internal sealed record Quote(string Symbol, decimal Price, int Quantity);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Quote))]
internal sealed partial class BenchJson : JsonSerializerContext;
